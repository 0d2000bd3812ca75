namespace VideoGen.Sdk.Providers.Runway.Wire;

internal sealed record RunwaySlotWish(string Filename)
{
    public string Type { get; init; } = "ephemeral";
}
