using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics.Export;

/// <summary>The columns of an entry.</summary>
internal static class EntryFields
{
    public static ExportField<LedgerEntry>[] All { get; } =
    [
        new("id", entry => entry.Id),
        new("at", entry => entry.At),
        new("jobId", entry => entry.Key.JobId),
        new("attempt", entry => (long)entry.Key.Number),
        new("kind", entry => entry.Kind),
        new("amountUsd", entry => entry.AmountUsd),
        new("provider", entry => entry.Provider),
        new("account", entry => entry.Account),
        new("model", entry => entry.Model),
        new("tenant", entry => entry.Tenant),
        new("campaign", entry => entry.Campaign),
        new("source", entry => entry.Source),
        new("reason", entry => entry.Reason),
    ];
}
