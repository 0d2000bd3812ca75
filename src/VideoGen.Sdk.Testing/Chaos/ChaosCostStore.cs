using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A cost store as one simulated process sees it.</summary>
/// <param name="inner">The store.</param>
/// <param name="process">The process.</param>
public sealed partial class ChaosCostStore(ICostStore inner, ChaosProcess process) : ICostStore
{
    /// <inheritdoc/>
    public Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken = default) => Write("Hold", () => inner.HoldAsync(request, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken = default) =>
        Read(() => inner.CheckAsync(requests, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> StartAsync(AttemptKey key, CancellationToken cancellationToken = default) => Write("Start", () => inner.StartAsync(key, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> RaiseAsync(AttemptKey key, decimal holdUsd, string reason, CancellationToken cancellationToken = default) =>
        Write("Raise", () => inner.RaiseAsync(key, holdUsd, reason, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> SettleAsync(AttemptKey key, Settlement settlement, CancellationToken cancellationToken = default) =>
        Write("Settle", () => inner.SettleAsync(key, settlement, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> ReleaseAsync(AttemptKey key, AttemptOutcome outcome, string reason, CancellationToken cancellationToken = default) =>
        Write("Release", () => inner.ReleaseAsync(key, outcome, reason, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> WithdrawAsync(AttemptKey key, string clientReference, string reason, CancellationToken cancellationToken = default) =>
        Write("Withdraw", () => inner.WithdrawAsync(key, clientReference, reason, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> MarkUnverifiedAsync(AttemptKey key, string reason, CancellationToken cancellationToken = default) =>
        Write("MarkUnverified", () => inner.MarkUnverifiedAsync(key, reason, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> MarkVerifiedAsync(AttemptKey key, string remoteId, CancellationToken cancellationToken = default) =>
        Write("MarkVerified", () => inner.MarkVerifiedAsync(key, remoteId, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> CorrectAsync(AttemptKey key, decimal chargeUsd, ChargeSource source, string reason, CancellationToken cancellationToken = default) =>
        Write("Correct", () => inner.CorrectAsync(key, chargeUsd, source, reason, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine?> FindAsync(AttemptKey key, CancellationToken cancellationToken = default) => Read(() => inner.FindAsync(key, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<AttemptLine> ListAsync(LedgerQuery query, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.ListAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerQuery query, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.EntriesAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<LedgerSummary> SummariseAsync(LedgerSpan span, CancellationToken cancellationToken = default) => Read(() => inner.SummariseAsync(span, cancellationToken));

    /// <inheritdoc/>
    public Task<LedgerRuns> SummariseRunsAsync(LedgerSpan span, CancellationToken cancellationToken = default) => Read(() => inner.SummariseRunsAsync(span, cancellationToken));

    private Task<T> Write<T>(string name, Func<Task<T>> write) => process.WriteAsync($"costs.{name}", write, ChaosJobStore.Fault);

    private Task<T> Read<T>(Func<Task<T>> read)
    {
        process.MustLive();
        return read();
    }
}
