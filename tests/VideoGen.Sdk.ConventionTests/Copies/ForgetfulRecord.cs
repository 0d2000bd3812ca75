namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>A bad example: its copy constructor forgets a property.</summary>
internal sealed record ForgetfulRecord
{
    public ForgetfulRecord()
    {
    }

    private ForgetfulRecord(ForgetfulRecord original) => Kept = original.Kept;

    public string? Kept { get; init; }

    public string? Lost { get; init; }
}
