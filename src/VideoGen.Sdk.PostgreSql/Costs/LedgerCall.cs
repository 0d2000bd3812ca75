using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>One operation that changes the ledger.</summary>
internal abstract record LedgerCall
{
    private LedgerCall(AttemptKey key) => Key = key;

    public AttemptKey Key { get; }

    /// <summary>Checks limits and holds money for an attempt.</summary>
    public sealed record Hold(HoldRequest Request) : LedgerCall(Request.Key);

    /// <summary>Changes the line of an attempt that was held.</summary>
    public sealed record Change(AttemptKey Of, Func<AttemptLine, DateTimeOffset, LedgerStep> Step) : LedgerCall(Of);
}
