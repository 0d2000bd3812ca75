namespace VideoGen.Sdk.Providers.Runway;

/// <summary>One member of an endpoint's closed union: the fields that a model has there.</summary>
internal sealed record RunwayDialect(string Model, string Route, RunwayField Fields)
{
    public bool Has(RunwayField field) => (Fields & field) == field;
}
