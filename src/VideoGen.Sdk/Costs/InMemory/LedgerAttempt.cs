using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>An attempt with its present line and the ledgers of the scopes that count it.</summary>
internal sealed class LedgerAttempt(AttemptLine line, TimeSpan longestRun, ScopeLedger[] scopes, LedgerAttempt? previousOfJob)
{
    private readonly ScopeLedger[] scopes = scopes;

    public AttemptLine Line { get; private set; } = line;

    public long ReservedTicks { get; } = line.ReservedAt.UtcTicks;

    /// <summary>Held or charged, in millionths.</summary>
    public long MicroUsd { get; private set; } = line.CountedMicroUsd();

    /// <summary>The attempt of the same job before this one; a job has few.</summary>
    public LedgerAttempt? PreviousOfJob { get; } = previousOfJob;

    public IReadOnlyList<ScopeLedger> Scopes => scopes;

    public bool IsIn(ScopeLedger scope) => Array.IndexOf(scopes, scope) >= 0;

    public bool IsSubmission => Line.IsPending() || Line.SubmittedAt() is not null;

    public void Enter()
    {
        foreach (var scope in scopes)
        {
            scope.Attempts.Add(this);
            scope.Count(Line, MicroUsd, longestRun, +1);
        }
    }

    public void Become(AttemptLine next)
    {
        var micro = next.CountedMicroUsd();
        foreach (var scope in scopes)
        {
            scope.Count(Line, MicroUsd, longestRun, -1);
            scope.Count(next, micro, longestRun, +1);
            scope.Attempts.Changed(this, micro - MicroUsd);
        }

        Line = next;
        MicroUsd = micro;
    }
}
