namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>An entry before the store gave it an id and a time.</summary>
internal readonly record struct EntryDraft(LedgerEntryKind Kind, decimal AmountUsd, ChargeSource? Source, string? Reason)
{
    /// <summary>The entry as it is kept.</summary>
    public LedgerEntry ToEntry(long id, DateTimeOffset at, AttemptLine line) => new()
    {
        Id = id,
        At = at,
        Key = line.Key,
        Kind = Kind,
        AmountUsd = AmountUsd,
        Provider = line.Provider,
        Account = line.Account,
        Model = line.Model,
        Tenant = line.Tenant,
        Campaign = line.Campaign,
        Source = Source,
        Reason = Reason,
    };
}
