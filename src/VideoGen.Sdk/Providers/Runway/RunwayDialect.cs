namespace VideoGen.Sdk.Providers.Runway;

/// <summary>One member of an endpoint's closed union: the fields that a model has there, and how long its clips can get.</summary>
internal sealed record RunwayDialect(string Model, string Route, RunwayField Fields)
{
    /// <summary>The longest clip in seconds: what is billed when nobody says a length.</summary>
    public int LongestSeconds { get; init; } = 30;

    public bool Has(RunwayField field) => (Fields & field) == field;
}
