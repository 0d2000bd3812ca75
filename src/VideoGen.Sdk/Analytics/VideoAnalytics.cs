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

    /// <summary>The present time, by the clock that says which day is today.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

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
        return Overviews.PerformanceOf(span, ledger, runs, engagement);
    }

    /// <summary>Whether the last so many days were worth it: cost, value of the engagement, return, and by trend, style and provider.</summary>
    public Task<RoiAnalysis> GetRoiAnalysisAsync(int days = 30, CancellationToken cancellationToken = default) => GetRoiAnalysisAsync(LastDays(days), cancellationToken);

    /// <summary>Whether a stretch of time was worth it.</summary>
    public virtual async Task<RoiAnalysis> GetRoiAnalysisAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        var ledger = await costs.SummariseAsync(span, cancellationToken).ConfigureAwait(false);
        var engagement = await engagements.SummariseAsync(span.From, span.Until, cancellationToken).ConfigureAwait(false);
        return Overviews.RoiOf(span, ledger, engagement, values.CurrentValue);
    }

    /// <summary>All three of a stretch of time with one reading of the ledger: what reports are made from.</summary>
    public virtual async Task<AnalyticsOverview> GetOverviewAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        var ledger = await costs.SummariseAsync(span, cancellationToken).ConfigureAwait(false);
        var runs = await costs.SummariseRunsAsync(span, cancellationToken).ConfigureAwait(false);
        var engagement = await engagements.SummariseAsync(span.From, span.Until, cancellationToken).ConfigureAwait(false);
        return new AnalyticsOverview(
            new CostSummary { Span = span, Ledger = ledger },
            Overviews.PerformanceOf(span, ledger, runs, engagement),
            Overviews.RoiOf(span, ledger, engagement, values.CurrentValue));
    }

    /// <summary>Lines of a stretch whose amounts are odd, such as a charge far above its estimate or a vendor's negative amount that was not believed; in the order of their reservation.</summary>
    /// <param name="span">The stretch.</param>
    /// <param name="most">Most lines to return.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    public async Task<IReadOnlyList<AttemptLine>> GetFlaggedAsync(LedgerSpan span, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        var lines = new List<AttemptLine>();
        await foreach (var line in costs.ListAsync(new LedgerQuery { From = span.From, Until = span.Until, FlaggedOnly = true }, cancellationToken).ConfigureAwait(false))
        {
            if (lines.Count == most)
            {
                break;
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>What counts against the limits of today and of this month now: charged and held, as budgets count it.</summary>
    public virtual async Task<BudgetStanding> GetBudgetStandingAsync(CancellationToken cancellationToken = default)
    {
        var budget = Budget;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(budget.TimeZone);
        var now = clock.GetUtcNow();
        var (today, month) = (LimitPeriod.DayOf(now, zone), LimitPeriod.MonthOf(now, zone));
        var ledger = await costs.SummariseAsync(new LedgerSpan { From = month.StartsAt, Until = month.EndsAt, Zone = zone }, cancellationToken).ConfigureAwait(false);
        return new BudgetStanding(
            budget.Unlimited ? null : budget.DailyLimitUsd,
            budget.Unlimited ? null : budget.MonthlyLimitUsd,
            CountedUsd(ledger.ByDay.First(day => day.Day.Key == today.Key).Totals),
            CountedUsd(ledger.Total));
    }

    private static decimal CountedUsd(LedgerTotals totals) => totals.ChargedUsd + totals.HeldUsd + totals.UnverifiedUsd;
}
