namespace VideoGen.Sdk.Analytics;

/// <summary>How one video did on one platform, with what is known of the video, so that it can be summed without looking elsewhere.</summary>
public sealed record EngagementRecord
{
    /// <summary>The job that made the video.</summary>
    public required string JobId { get; init; }

    /// <summary>Where it was posted, such as <c>instagram/reels</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>When it was counted; a later count replaces an earlier one.</summary>
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>The counts since the posting.</summary>
    public required EngagementCounts Counts { get; init; }

    /// <summary>When money was held for the video; decides the stretch that it counts in, as its cost does.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The provider that made it.</summary>
    public required string Provider { get; init; }

    /// <summary>Its tags, those of style and trend among them.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];
}
