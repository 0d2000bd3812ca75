namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>The video agent: a prompt becomes a finished, edited video. It decides the length alone; avatar and voice come from the request's avatar.</summary>
public sealed record HeyGenAgentSettings
{
    /// <summary>A curated style by id; null lets the agent choose.</summary>
    public string? StyleId { get; init; }

    /// <summary>A brand kit by id; null takes none.</summary>
    public string? BrandKitId { get; init; }

    /// <summary>Keeps the session out of the agent's memory. Default false.</summary>
    public bool Incognito { get; init; }
}
