using VideoGen.Sdk.Costs.InMemory;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs;

/// <summary>The ledger in the memory of this process: exact, fast, and gone with it. Money limits then hold for one process alone, and only while it lives.</summary>
/// <remarks>Safe for use by many threads at once. Costs nothing; it holds and books the money of whoever runs the jobs. Keeps every line and entry until disposed of.</remarks>
/// <param name="clock">The store's clock; decides periods and windows.</param>
public sealed partial class InMemoryCostStore(TimeProvider clock) : ICostStore
{
    private static readonly IReadOnlyList<LimitRefusal> Nothing = [];

    private readonly Lock gate = new();
    private readonly LimitLedger limits = new();
    private readonly Dictionary<AttemptKey, LedgerAttempt> attempts = [];
    private readonly Dictionary<string, LedgerAttempt> lastOfJob = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> entries = [];

    /// <inheritdoc />
    public Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken = default)
    {
        HoldRules.Validate(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<HoldResult>(cancellationToken);
        }

        lock (gate)
        {
            if (attempts.TryGetValue(request.Key, out var known))
            {
                return Task.FromResult<HoldResult>(new HoldResult.Held(known.Line));
            }

            var now = clock.GetUtcNow();
            return Task.FromResult<HoldResult>(limits.Check(request, lastOfJob.GetValueOrDefault(request.Key.JobId), now) is { } refusals
                ? new HoldResult.Refused(refusals)
                : new HoldResult.Held(Enter(request, now)));
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IReadOnlyList<IReadOnlyList<LimitRefusal>>>(cancellationToken);
        }

        for (var i = 0; i < requests.Count; i++)
        {
            HoldRules.Validate(requests[i]);
        }

        var answers = new IReadOnlyList<LimitRefusal>[requests.Count];
        lock (gate)
        {
            var now = clock.GetUtcNow();
            for (var i = 0; i < answers.Length; i++)
            {
                var request = requests[i];
                answers[i] = attempts.ContainsKey(request.Key) ? Nothing : limits.Check(request, lastOfJob.GetValueOrDefault(request.Key.JobId), now) ?? Nothing;
            }
        }

        return Task.FromResult<IReadOnlyList<IReadOnlyList<LimitRefusal>>>(answers);
    }

    /// <inheritdoc />
    public Task<AttemptLine> StartAsync(AttemptKey key, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, 0, static (line, _, now) => LineSteps.Start(line, now), cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine> RaiseAsync(AttemptKey key, decimal holdUsd, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (holdUsd, reason), static (line, to, _) => LineSteps.Raise(line, to.holdUsd, to.reason), cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine> SettleAsync(AttemptKey key, Settlement settlement, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, settlement, LineSteps.Settle, cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine> ReleaseAsync(AttemptKey key, AttemptOutcome outcome, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (outcome, reason), static (line, end, now) => LineSteps.Release(line, end.outcome, end.reason, now), cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine> WithdrawAsync(AttemptKey key, string clientReference, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (clientReference, reason), static (line, end, now) => LineSteps.Withdraw(line, end.clientReference, end.reason, now), cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine> MarkUnverifiedAsync(AttemptKey key, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, reason, LineSteps.Doubt, cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine> MarkVerifiedAsync(AttemptKey key, string remoteId, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, remoteId, static (line, id, _) => LineSteps.Verify(line, id), cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine> CorrectAsync(AttemptKey key, decimal chargeUsd, ChargeSource source, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            key, (chargeUsd, source, reason), static (line, to, _) => LineSteps.Correct(line, to.chargeUsd, to.source, to.reason), cancellationToken);

    /// <inheritdoc />
    public Task<AttemptLine?> FindAsync(AttemptKey key, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return Task.FromResult(attempts.GetValueOrDefault(key)?.Line);
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<AttemptLine> ListAsync(LedgerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (gate)
        {
            var found = new List<AttemptLine>();
            var all = limits.All.Attempts;
            for (var i = 0; i < all.Count; i++)
            {
                if (query.Matches(all[i].Line))
                {
                    found.Add(all[i].Line);
                }
            }

            return found.ToAsyncEnumerable();
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (gate)
        {
            return entries.FindAll(entry => query.Matches(entry, attempts[entry.Key].Line)).ToAsyncEnumerable();
        }
    }

    private Task<AttemptLine> ChangeAsync<TState>(
        AttemptKey key, TState state, Func<AttemptLine, TState, DateTimeOffset, LedgerStep> change, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<AttemptLine>(cancellationToken);
        }

        lock (gate)
        {
            if (!attempts.TryGetValue(key, out var attempt))
            {
                throw LineSteps.NothingHeld(key);
            }

            var now = clock.GetUtcNow();
            var step = change(attempt.Line, state, now);
            if (step.IsChange)
            {
                var before = attempt.MicroUsd;
                attempt.Become(step.Line);
                Write(step, now);
                Alert(step, attempt, attempt.MicroUsd > before, now);
            }

            return Task.FromResult(step.Line);
        }
    }

    private AttemptLine Enter(HoldRequest request, DateTimeOffset now)
    {
        var step = LineSteps.Reserve(request, now);
        var job = request.Key.JobId;
        var attempt = new LedgerAttempt(step.Line, request.LongestRun, limits.ScopesOf(request), lastOfJob.GetValueOrDefault(job));
        attempts.Add(request.Key, attempt);
        lastOfJob[job] = attempt;
        attempt.Enter();
        Write(step, now);
        limits.Watch(request);
        Alert(step, attempt, isMore: true, now);
        return step.Line;
    }

    private void Write(LedgerStep step, DateTimeOffset now)
    {
        if (step.Entry is { } entry)
        {
            entries.Add(entry.ToEntry(entries.Count + 1, now, step.Line));
        }
    }
}
