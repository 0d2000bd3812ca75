using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Reporting.Files;

/// <summary>The directions of a summary beside days and providers, in the order of the report.</summary>
internal static class ReportSections
{
    public static IEnumerable<(string Section, IReadOnlyList<LedgerGroup> Groups)> Of(LedgerSummary ledger) =>
        [("account", ledger.ByAccount), ("model", ledger.ByModel), ("tenant", ledger.ByTenant), ("campaign", ledger.ByCampaign), ("tag", ledger.ByTag)];
}
