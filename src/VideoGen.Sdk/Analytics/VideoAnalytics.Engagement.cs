using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

public partial class VideoAnalytics
{
    /// <summary>Keeps how a video did on a platform since it was posted; a later measurement replaces an earlier one.</summary>
    /// <param name="jobId">The job that made it.</param>
    /// <param name="platform">Where it was posted, such as <c>instagram/reels</c>.</param>
    /// <param name="counts">Its counts, none below 0.</param>
    /// <param name="measuredAt">When they were read; null means now.</param>
    /// <param name="cancellationToken">Stops waiting for the stores.</param>
    /// <returns>False when one that was measured later is kept already.</returns>
    /// <exception cref="UnknownVideoException">The ledger knows no video of this job; nothing was kept.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 0.</exception>
    public async Task<bool> RecordEngagementAsync(
        string jobId, string platform, EngagementCounts counts, DateTimeOffset? measuredAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        ArgumentException.ThrowIfNullOrWhiteSpace(platform);
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var count in new[] { counts.Views, counts.Likes, counts.Comments, counts.Shares, counts.Follows, counts.Clicks, counts.Sales })
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        AttemptLine? video = null;
        await foreach (var line in costs.ListAsync(new LedgerQuery { JobId = jobId }, cancellationToken).ConfigureAwait(false))
        {
            video = video is null && line.Outcome is AttemptOutcome.Succeeded ? line : video;
        }

        return await engagements.SaveAsync(
            new EngagementRecord
            {
                JobId = jobId,
                Platform = platform,
                MeasuredAt = measuredAt ?? clock.GetUtcNow(),
                Counts = counts,
                MadeAt = (video ?? throw UnknownVideoException.Of(jobId)).ReservedAt,
                Provider = video.Provider,
                Tags = video.Tags,
            },
            cancellationToken).ConfigureAwait(false);
    }
}
