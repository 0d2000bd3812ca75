namespace VideoGen.Sdk;

/// <summary>A finished video, what it cost and how it came about.</summary>
public sealed record VideoResult
{
    /// <summary>The job that made it.</summary>
    public required string JobId { get; init; }

    /// <summary>The provider that made it, such as <c>kling</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The account used; <c>default</c> unless named ones are configured.</summary>
    public string Account { get; init; } = "default";

    /// <summary>The model that made it.</summary>
    public required string Model { get; init; }

    /// <summary>The file, fitted to the target platform.</summary>
    public required VideoAsset Video { get; init; }

    /// <summary>Where the file lies; the seed's <c>video_url</c>.</summary>
    public Uri VideoUrl => Video.Location;

    /// <summary>A still of it; null without the media package.</summary>
    public VideoAsset? Thumbnail { get; init; }

    /// <summary>What this job was charged in USD over all attempts.</summary>
    public required decimal CostUsd { get; init; }

    /// <summary>Money of this job in USD whose outcome is still unknown; held, not yet charged.</summary>
    public decimal UnverifiedUsd { get; init; }

    /// <summary>How many attempts it took.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What was done to the file after the download, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When the job was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the file was stored.</summary>
    public DateTimeOffset CompletedAt { get; init; }
}
