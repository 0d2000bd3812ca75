namespace VideoGen.Sdk.Trends;

/// <summary>Where trends come from. Bound from <c>VideoGeneration:Trends</c>.</summary>
public sealed class TrendOptions
{
    /// <summary>The configured sources.</summary>
    public IList<TrendSourceOptions> Sources { get; set; } = [];

    /// <summary>Key of YouTube's data API; null takes <c>YOUTUBE_API_KEY</c> of the configuration. Read before each call.</summary>
    public string? YouTubeApiKey { get; set; }
}
