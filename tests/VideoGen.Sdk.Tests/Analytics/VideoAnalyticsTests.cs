using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Analytics;

public sealed class VideoAnalyticsTests
{
    private readonly Books books = new();

    [Fact]
    public async Task The_summary_says_total_videos_and_average_with_what_failed_on_the_way()
    {
        await books.AttemptAsync("a", 1m);
        await books.AttemptAsync("b", 0.5m, AttemptOutcome.Failed);
        await books.AttemptAsync("b", 2.5m, number: 2, provider: "pika");

        var summary = await books.Analytics.GetCostSummaryAsync(days: 30);

        Assert.Equal((4m, 2L, 2m), (summary.TotalCostUsd, summary.TotalVideos, summary.AvgCostPerVideoUsd));
        Assert.Equal([("pika", 2.5m), ("kling", 1.5m)], summary.Ledger.ByProvider.Select(group => (group.Name!, group.Totals.ChargedUsd)));
        Assert.Equal(30, summary.Ledger.ByDay.Count);
    }

    [Fact]
    public async Task Days_are_calendar_days_of_the_configured_zone_today_included()
    {
        var zoned = new Books(new BudgetOptions { TimeZone = "Europe/Berlin" });
        zoned.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 29, 23, 30, 0, TimeSpan.Zero));

        var span = zoned.Analytics.LastDays(2);

        // In Berlin it is half past one on the 30th; the 29th had 23 hours.
        Assert.Equal((new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 30, 22, 0, 0, TimeSpan.Zero)), (span.From, span.Until));
        Assert.Equal(["2026-03-29", "2026-03-30"], (await zoned.Analytics.GetCostSummaryAsync(2)).Ledger.ByDay.Select(day => day.Day.Key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3651)]
    public async Task A_number_of_days_that_is_none_is_refused(int days) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => books.Analytics.GetCostSummaryAsync(days));

    [Fact]
    public async Task Performance_counts_jobs_retries_failovers_and_times()
    {
        await books.AttemptAsync("a", 1m, seconds: 30);
        await books.AttemptAsync("b", 1m, AttemptOutcome.Failed, seconds: 10);
        await books.AttemptAsync("b", 1m, AttemptOutcome.Rejected, number: 2, seconds: 10);
        await books.AttemptAsync("b", 1m, number: 3, provider: "pika", seconds: 40);
        await books.AttemptAsync("c", 1m, AttemptOutcome.Failed);

        var metrics = await books.Analytics.GetPerformanceMetricsAsync(days: 30);

        Assert.Equal((3L, 2L, 1L, 1L, 1L), (metrics.Runs.Jobs, metrics.Runs.Succeeded, metrics.Runs.Failed, metrics.Runs.Retries, metrics.Runs.Failovers));
        Assert.Equal(66.7m, decimal.Round(metrics.SuccessRate, 1));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)), (metrics.TimeToVideoP50, metrics.TimeToVideoP95));
        Assert.Equal([("kling", 25m), ("pika", 100m)], metrics.ProviderComparison.OrderBy(each => each.Provider, StringComparer.Ordinal).Select(each => (each.Provider, decimal.Round(each.SuccessRate, 1))));
        Assert.Equal(0.4m, metrics.CostPerUsableSecondUsd);
    }

    [Fact]
    public async Task Waste_is_what_failed_what_came_twice_and_what_nobody_knows()
    {
        await books.AttemptAsync("a", 1m);
        await books.AttemptAsync("a", 2m, number: 2);
        await books.AttemptAsync("b", 4m, AttemptOutcome.Failed);
        await books.AttemptAsync("c", 8m, outcome: null);
        await books.AttemptAsync("d", 16m, AttemptOutcome.Unknown);

        var waste = (await books.Analytics.GetPerformanceMetricsAsync()).Waste;

        Assert.Equal(new WastedMoney(4m, 2m, 24m), waste);
        Assert.Equal(30m, waste.TotalUsd);
    }

    [Fact]
    public async Task An_empty_ledger_has_answers_too()
    {
        var overview = await books.Analytics.GetOverviewAsync(books.Analytics.LastDays(7));

        Assert.Equal((0m, 0L, 0m), (overview.Costs.TotalCostUsd, overview.Costs.TotalVideos, overview.Costs.AvgCostPerVideoUsd));
        Assert.Equal((0m, null, null, null, 0m), (overview.Performance.SuccessRate, overview.Performance.TimeToVideoP50, overview.Performance.TimeToVideoP95, overview.Performance.CostPerUsableSecondUsd, overview.Performance.AvgEngagement));
        Assert.Equal((0m, 0m, 0m), (overview.Roi.TotalCostUsd, overview.Roi.EstimatedValueUsd, overview.Roi.RoiPercentage));
    }

    [Fact]
    public async Task The_overview_is_the_three_answers_together()
    {
        await books.AttemptAsync("a", 1m, tags: ["trend:cats", "style:noir"]);
        await books.AttemptAsync("b", 4m, AttemptOutcome.Failed);
        await books.Analytics.RecordEngagementAsync("a", "instagram/reels", new EngagementCounts { Views = 1000 });
        var span = books.Analytics.LastDays(30);

        var overview = await books.Analytics.GetOverviewAsync(span);

        Assert.Equivalent(await books.Analytics.GetCostSummaryAsync(span), overview.Costs, strict: true);
        Assert.Equivalent(await books.Analytics.GetPerformanceMetricsAsync(span), overview.Performance, strict: true);
        Assert.Equivalent(await books.Analytics.GetRoiAnalysisAsync(span), overview.Roi, strict: true);
    }

    [Fact]
    public async Task The_standing_counts_what_is_held_as_budgets_do()
    {
        await books.AttemptAsync("a", 1m);
        await books.AttemptAsync("b", 2m, outcome: null);
        books.Clock.Advance(TimeSpan.FromDays(1));
        await books.AttemptAsync("c", 4m);

        Assert.Equal(new BudgetStanding(10m, 200m, 4m, 7m), await books.Analytics.GetBudgetStandingAsync());
    }

    [Fact]
    public async Task Flagged_lines_are_shown_up_to_a_number()
    {
        foreach (var job in new[] { "a", "b", "c" })
        {
            await books.AttemptAsync(job, 1m, flag: $"the vendor stated -{job} USD; the estimate is booked");
        }

        await books.AttemptAsync("d", 1m);

        Assert.Equal(["a", "b"], (await books.Analytics.GetFlaggedAsync(books.Analytics.LastDays(1), most: 2)).Select(line => line.Key.JobId));
        Assert.Equal(3, (await books.Analytics.GetFlaggedAsync(books.Analytics.LastDays(1), most: 10)).Count);
        Assert.Equal(3, (await books.Analytics.GetCostSummaryAsync(1)).Ledger.Total.Flagged);
    }

    [Fact]
    public async Task A_class_of_ones_own_has_all_that_it_needs()
    {
        await books.AttemptAsync("a", 3m);

        Assert.Equal(3m, await new DearestDay(books).GetAsync());
    }

    private sealed class DearestDay(Books books) : VideoAnalytics(books.Costs, books.Engagements, books.Budgets, books.Values, books.Clock)
    {
        public async Task<decimal> GetAsync() => (await Costs.SummariseAsync(LastDays(7))).ByDay.Max(day => day.Totals.ChargedUsd);
    }
}
