namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>What one operation does to a line: the line afterwards and the entry that says so.</summary>
/// <param name="Line">The line afterwards.</param>
/// <param name="IsChange">False when the operation found its work already done; nothing is written then.</param>
/// <param name="Entry">The entry to add; null when money is not touched.</param>
internal readonly record struct LedgerStep(AttemptLine Line, bool IsChange, EntryDraft? Entry)
{
    /// <summary>What a person should know of it; recorded together with the entry.</summary>
    public BudgetAlert? Alert { get; init; }

    /// <summary>A repeated or belated operation.</summary>
    public static LedgerStep None(AttemptLine line) => new(line, false, null);

    /// <summary>A change that no entry tells of.</summary>
    public static LedgerStep Silent(AttemptLine line) => new(line, true, null);

    /// <summary>A change with its entry.</summary>
    public static LedgerStep With(AttemptLine line, LedgerEntryKind kind, decimal amountUsd, ChargeSource? source = null, string? reason = null) =>
        new(line, true, new EntryDraft(kind, amountUsd, source, reason));
}
