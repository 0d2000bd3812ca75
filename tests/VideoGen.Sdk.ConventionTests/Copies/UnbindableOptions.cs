namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>A bad example: one setter drops its value, one type has no textual form.</summary>
internal sealed class UnbindableOptions
{
    public string? Kept { get; set; }

    public int Clamped
    {
        get => Math.Min(field, 0);
        set;
    }

    public Stream? Nowhere { get; set; }

    public IList<string> Filled { get; } = [];
}
