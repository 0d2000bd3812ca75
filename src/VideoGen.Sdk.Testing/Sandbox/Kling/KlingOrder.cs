namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>A valid request, free of the spelling of either generation.</summary>
internal sealed record KlingOrder
{
    public required string Kind { get; init; }
    public required string Model { get; init; }
    public required decimal Units { get; init; }
    public required decimal Seconds { get; init; }
    public string Resolution { get; init; } = "720p";
    public string Ratio { get; init; } = "16:9";
    public bool IsLegacy { get; init; }
    public bool HasSound { get; init; }
    public bool HasWatermark { get; init; }
    public string? Reference { get; init; }
    public string? CallbackUrl { get; init; }
}
