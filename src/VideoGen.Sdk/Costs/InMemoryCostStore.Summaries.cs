using VideoGen.Sdk.Costs.InMemory;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs;

public sealed partial class InMemoryCostStore
{
    /// <inheritdoc />
    public Task<LedgerSummary> SummariseAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        var fold = new SummaryFold(span);
        ForEach(span, fold.Add);
        return Task.FromResult(fold.ToSummary());
    }

    /// <inheritdoc />
    public Task<LedgerRuns> SummariseRunsAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        var fold = new RunsFold();
        ForEach(span, line => fold.Add(RunFacts.Of(line, LinesOfJob(line.Key.JobId))));
        return Task.FromResult(fold.ToRuns());
    }

    private void ForEach(LedgerSpan span, Action<AttemptLine> use)
    {
        lock (gate)
        {
            var all = limits.All.Attempts;
            for (var i = all.IndexFrom(span.From.UtcTicks); i < all.Count && all[i].ReservedTicks < span.Until.UtcTicks; i++)
            {
                use(all[i].Line);
            }
        }
    }

    // In the order of numbers, which need not be that of holding.
    private List<AttemptLine> LinesOfJob(string jobId)
    {
        var lines = new List<AttemptLine>();
        for (LedgerAttempt? attempt = lastOfJob[jobId]; attempt is not null; attempt = attempt.PreviousOfJob)
        {
            lines.Add(attempt.Line);
        }

        lines.Sort(static (one, other) => one.Key.Number.CompareTo(other.Key.Number));
        return lines;
    }
}
