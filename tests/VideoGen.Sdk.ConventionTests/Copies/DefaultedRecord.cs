namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>One default that a generated reader keeps and one that it loses.</summary>
internal sealed record DefaultedRecord
{
    public string Kept { get; set; } = "kept";

    public string Lost { get; init; } = "lost";
}
