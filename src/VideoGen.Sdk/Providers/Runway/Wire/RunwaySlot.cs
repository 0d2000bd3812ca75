namespace VideoGen.Sdk.Providers.Runway.Wire;

/// <summary>Where to bring the bytes, and what to call them afterwards.</summary>
internal sealed record RunwaySlot
{
    public string? RunwayUri { get; init; }

    public string? UploadUrl { get; init; }

    public IReadOnlyDictionary<string, string>? Fields { get; init; }
}
