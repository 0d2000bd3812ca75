using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Analytics;

public sealed class RoiTests
{
    private readonly Books books = new(values: new AnalyticsOptions { ThousandViewsUsd = 10m, LikeUsd = 0m, CommentUsd = 0m, ShareUsd = 0m, FollowUsd = 0m, ClickUsd = 0m, SaleUsd = 5m });

    [Fact]
    public async Task Value_over_cost_is_told_for_all_and_by_trend_style_and_provider()
    {
        await books.AttemptAsync("a", 2m, tags: ["trend:cats", "style:noir"]);
        await books.AttemptAsync("b", 2m, provider: "pika", tags: ["trend:dogs", "style:noir", "reel"]);
        await books.AttemptAsync("c", 4m, AttemptOutcome.Failed, tags: ["trend:dogs"]);
        await books.Analytics.RecordEngagementAsync("a", "instagram/reels", new EngagementCounts { Views = 1000, Likes = 90, Comments = 6, Shares = 4 });
        await books.Analytics.RecordEngagementAsync("a", "tiktok/video", new EngagementCounts { Views = 400, Sales = 1 });

        var roi = await books.Analytics.GetRoiAnalysisAsync(days: 30);

        Assert.Equal((8m, 19m, 137.5m, 2L), (roi.TotalCostUsd, roi.EstimatedValueUsd, roi.RoiPercentage, roi.MeasuredVideos));
        Assert.Equal([("cats", 2m, 19m, 850m), ("dogs", 6m, 0m, -100m)], roi.ByTrend.Select(Facts));
        Assert.Equal([("noir", 4m, 19m, 375m)], roi.ByStyle.Select(Facts));
        Assert.Equal([("kling", 6m, 19m), ("pika", 2m, 0m)], roi.ByProvider.Select(each => (each.Name, each.CostUsd, each.EstimatedValueUsd)));
        Assert.Equal(["instagram/reels", "tiktok/video"], roi.ByPlatform.Select(group => group.Name));
        Assert.Equal(100m / 1400m, (await books.Analytics.GetPerformanceMetricsAsync()).AvgEngagement);
    }

    [Fact]
    public async Task Free_videos_have_no_return_in_percent()
    {
        await books.AttemptAsync("a", 0m);
        await books.Analytics.RecordEngagementAsync("a", "instagram/reels", new EngagementCounts { Views = 1000 });

        var roi = await books.Analytics.GetRoiAnalysisAsync();

        Assert.Null(roi.Total.RoiPercentage);
        Assert.Equal((10m, 0m), (roi.EstimatedValueUsd, roi.RoiPercentage));
    }

    [Fact]
    public async Task Engagement_of_an_unknown_video_is_refused_and_not_kept()
    {
        await books.AttemptAsync("failed", 1m, AttemptOutcome.Failed);
        var counts = new EngagementCounts { Views = 1000 };

        foreach (var job in new[] { "nobody", "failed" })
        {
            var refused = await Assert.ThrowsAsync<UnknownVideoException>(() => books.Analytics.RecordEngagementAsync(job, "instagram/reels", counts));
            Assert.Equal(job, refused.JobId);
            Assert.Contains(job, refused.Message, StringComparison.Ordinal);
            Assert.Empty(await books.Engagements.FindAsync(job));
        }
    }

    [Fact]
    public async Task Counts_below_zero_are_refused_and_later_measurements_win()
    {
        await books.AttemptAsync("a", 1m);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => books.Analytics.RecordEngagementAsync("a", "instagram/reels", new EngagementCounts { Sales = -1 }));
        Assert.True(await books.Analytics.RecordEngagementAsync("a", "instagram/reels", new EngagementCounts { Views = 7 }));
        Assert.False(await books.Analytics.RecordEngagementAsync("a", "instagram/reels", new EngagementCounts { Views = 3 }, books.Clock.GetUtcNow().AddHours(-1)));
        Assert.Equal(7, Assert.Single(await books.Engagements.FindAsync("a")).Counts.Views);
    }

    private static (string, decimal, decimal, decimal?) Facts(ReturnOnSpending each) => (each.Name, each.CostUsd, each.EstimatedValueUsd, each.RoiPercentage);
}
