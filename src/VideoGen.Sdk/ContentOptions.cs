namespace VideoGen.Sdk;

/// <summary>What an app publishes and how. Bound from <c>VideoGeneration:Content</c>, or from <c>content</c> in snake_case.</summary>
public sealed class ContentOptions
{
    /// <summary>Share of posts that are videos, 0 to 1. Default 1. Read by the trends package when it plans posts; single requests are not bound by it.</summary>
    public double VideoRatio { get; set; } = 1;

    /// <summary>Whether videos are made from trends. Default false. Read by the trends package.</summary>
    public bool TrendingTopics { get; set; }

    /// <summary>Whether the app's avatar speaks in videos made from trends. Default false. Read by the trends package; a request of your own names its <see cref="VideoRequest.Avatar"/>.</summary>
    public bool UseAvatar { get; set; }

    /// <summary>
    /// Whether a request that names neither <see cref="VideoRequest.TargetPlatform"/> nor <see cref="VideoRequest.Format"/>, and no shape but 9:16, is made for <c>instagram/reels</c>. Default false. Holds for plans and new jobs; one that is known keeps what it was made for.
    /// </summary>
    public bool OptimizeForInstagram { get; set; }
}
