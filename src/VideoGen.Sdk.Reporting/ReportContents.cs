using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Reporting;

/// <summary>All that a report says, before it takes a form.</summary>
internal sealed record ReportContents
{
    /// <summary>More flagged lines than a person looks through are only counted.</summary>
    private const int MostFlagged = 50;

    public required string Title { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required AnalyticsOverview Overview { get; init; }

    public required BudgetStanding Standing { get; init; }

    public required IReadOnlyList<SpendingAlert> Alerts { get; init; }

    public required IReadOnlyList<AttemptLine> Flagged { get; init; }

    public LedgerSpan Span => Overview.Span;

    public LedgerSummary Ledger => Overview.Costs.Ledger;

    public string FirstDay => Ledger.ByDay[0].Day.Key;

    public string LastDay => Ledger.ByDay[^1].Day.Key;

    public static async Task<ReportContents> ReadAsync(VideoAnalytics analytics, LedgerSpan span, string title, CancellationToken cancellationToken)
    {
        var overview = await analytics.GetOverviewAsync(span, cancellationToken).ConfigureAwait(false);
        var standing = await analytics.GetBudgetStandingAsync(cancellationToken).ConfigureAwait(false);
        return new ReportContents
        {
            Title = title,
            MadeAt = analytics.Now,
            Overview = overview,
            Standing = standing,
            Alerts = VideoAnalytics.CheckBudgetAlerts(standing),
            Flagged = await analytics.GetFlaggedAsync(span, MostFlagged, cancellationToken).ConfigureAwait(false),
        };
    }
}
