using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>What entries say when they are added up, without the store's help.</summary>
internal sealed record EntryFold(LineState? State, decimal ReservedUsd, decimal ChargedUsd, ChargeSource? Source)
{
    public static EntryFold Of(AttemptLine line) => new(line.State, line.ReservedUsd, line.ChargedUsd, line.Source);

    public static EntryFold Of(IEnumerable<LedgerEntry> entries) => entries.Aggregate(new EntryFold(null, 0m, 0m, null), (fold, entry) => entry.Kind switch
    {
        LedgerEntryKind.Reserved => fold with { State = LineState.Reserved, ReservedUsd = entry.AmountUsd },
        LedgerEntryKind.Raised => fold with { ReservedUsd = fold.ReservedUsd + entry.AmountUsd },
        LedgerEntryKind.Unverified => fold with { State = LineState.Unverified },
        LedgerEntryKind.Verified => fold with { State = LineState.Reserved },
        LedgerEntryKind.Released => fold with { State = LineState.Released, ReservedUsd = fold.ReservedUsd - entry.AmountUsd },
        LedgerEntryKind.Charged => fold with { State = LineState.Charged, ReservedUsd = 0m, ChargedUsd = entry.AmountUsd, Source = entry.Source },
        _ => fold with { State = LineState.Charged, ChargedUsd = fold.ChargedUsd + entry.AmountUsd, Source = entry.Source },
    });
}
