using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>Answers what videos cost, how well they went and what they brought. Derive from it for questions of your own.</summary>
/// <remarks>
/// A number of days means that many calendar days in the zone of <see cref="BudgetOptions.TimeZone"/>, today included; every stretch is half open. Money counts on the day on which it was held, as budgets count it.
/// The stores add up; nothing here grows with the ledger. Reads only, and costs nothing, except that <see cref="RecordEngagementAsync"/> writes. Safe for use by many threads at once.
/// A store that cannot be read throws <see cref="StoreException"/>.
/// </remarks>
/// <param name="costs">The ledger.</param>
/// <param name="engagements">How videos did.</param>
/// <param name="budgets">Limits and time zone.</param>
/// <param name="values">What engagement is worth.</param>
/// <param name="clock">Says which day is today.</param>
public partial class VideoAnalytics(
    ICostStore costs, IEngagementStore engagements, IOptionsMonitor<BudgetOptions> budgets, IOptionsMonitor<AnalyticsOptions> values, TimeProvider clock)
{
    /// <summary>The ledger.</summary>
    protected ICostStore Costs => costs;

    /// <summary>How videos did.</summary>
    protected IEngagementStore Engagements => engagements;

    /// <summary>The time.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>The limits as they are now.</summary>
    public BudgetOptions Budget => budgets.CurrentValue;

    /// <summary>The stretch of the last so many days, today included, in the configured zone.</summary>
    /// <param name="days">From 1 to 3,650.</param>
    public LedgerSpan LastDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 3650);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Budget.TimeZone);
        var today = LimitPeriod.DayOf(clock.GetUtcNow(), zone);
        var first = today;
        for (var i = 1; i < days; i++)
        {
            first = LimitPeriod.DayOf(first.StartsAt.AddTicks(-1), zone);
        }

        return new LedgerSpan { From = first.StartsAt, Until = today.EndsAt, Zone = zone };
    }

    /// <summary>What the last so many days cost: total, videos, average, and by day, provider, account, model, tenant, campaign and tag.</summary>
    public Task<CostSummary> GetCostSummaryAsync(int days = 30, CancellationToken cancellationToken = default) => GetCostSummaryAsync(LastDays(days), cancellationToken);

    /// <summary>What a stretch of time cost.</summary>
    public virtual async Task<CostSummary> GetCostSummaryAsync(LedgerSpan span, CancellationToken cancellationToken = default) =>
        new() { Span = span, Ledger = await costs.SummariseAsync(span, cancellationToken).ConfigureAwait(false) };

    /// <summary>How well the last so many days went: success rate, time to video, retries, failovers, waste, providers side by side, engagement.</summary>
    public Task<PerformanceMetrics> GetPerformanceMetricsAsync(int days = 30, CancellationToken cancellationToken = default) =>
        GetPerformanceMetricsAsync(LastDays(days), cancellationToken);

    /// <summary>How well a stretch of time went.</summary>
    public virtual async Task<PerformanceMetrics> GetPerformanceMetricsAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        var ledger = await costs.SummariseAsync(span, cancellationToken).ConfigureAwait(false);
        var runs = await costs.SummariseRunsAsync(span, cancellationToken).ConfigureAwait(false);
        var engagement = await engagements.SummariseAsync(span.From, span.Until, cancellationToken).ConfigureAwait(false);
        var total = ledger.Total;
        return new PerformanceMetrics
        {
            Span = span,
            Runs = runs,
            TimeToVideoP50 = Percentiles.Of(runs.Times, 50),
            TimeToVideoP95 = Percentiles.Of(runs.Times, 95),
            Waste = new WastedMoney(total.FailedUsd, runs.DuplicateUsd, total.PresumedUsd + total.UnverifiedUsd),
            CostPerUsableSecondUsd = total.UsdPerSecond,
            AvgEngagement = engagement.Counts.Rate ?? 0m,
            ProviderComparison =
            [
                .. from provider in ledger.ByProvider
                   let times = runs.Times.Where(time => time.Provider == provider.Name).ToList()
                   select new ProviderPerformance(provider.Name!, provider.Totals, Percentiles.Of(times, 50), Percentiles.Of(times, 95)),
            ],
        };
    }

    /// <summary>Whether the last so many days were worth it: cost, value of the engagement, return, and by trend, style and provider.</summary>
    public Task<RoiAnalysis> GetRoiAnalysisAsync(int days = 30, CancellationToken cancellationToken = default) => GetRoiAnalysisAsync(LastDays(days), cancellationToken);

    /// <summary>Whether a stretch of time was worth it.</summary>
    public virtual async Task<RoiAnalysis> GetRoiAnalysisAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        var ledger = await costs.SummariseAsync(span, cancellationToken).ConfigureAwait(false);
        var engagement = await engagements.SummariseAsync(span.From, span.Until, cancellationToken).ConfigureAwait(false);
        var value = values.CurrentValue;
        return new RoiAnalysis
        {
            Span = span,
            Total = new ReturnOnSpending("all", ledger.Total.ChargedUsd, value.ValueOf(engagement.Counts), engagement.Counts),
            MeasuredVideos = engagement.Videos,
            ByTrend = Returns.Of(ledger.ByTag, engagement.ByTag, LedgerTags.Trend, value),
            ByStyle = Returns.Of(ledger.ByTag, engagement.ByTag, LedgerTags.Style, value),
            ByProvider = Returns.Of(ledger.ByProvider, engagement.ByProvider, "", value),
            ByPlatform = engagement.ByPlatform,
        };
    }
}
