using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Calls on the ledger within one transaction that has its lock: each sees what those before it did. What they write goes to the server with the next question, or at the end, and not line by line: meanwhile everybody else waits.</summary>
internal sealed class LedgerLot(PostgreSqlScope sql)
{
    private Dictionary<AttemptKey, LineRow> lines = [];
    private PostgreSqlExchange? unsent;

    /// <summary>The last call that wrote something; null while none has.</summary>
    public LedgerCall? LastWritten { get; private set; }

    /// <summary>Carries them out in their order.</summary>
    public async Task<List<LedgerAnswer>> RunAsync(IReadOnlyCollection<LedgerCall> calls, string lockName)
    {
        var exchange = sql.Begin(lockName);
        PlanByIndex.Add(exchange);
        var found = LineTable.Find(exchange, [.. calls.Select(call => call.Key).Distinct()]);
        await exchange.RunAsync().ConfigureAwait(false);
        lines = found.ToDictionary(row => row.Line.Key);
        var answers = new List<LedgerAnswer>(calls.Count);
        foreach (var call in calls)
        {
            answers.Add(call is LedgerCall.Hold hold ? await HoldAsync(hold).ConfigureAwait(false) : Change((LedgerCall.Change)call));
        }

        await (unsent?.RunAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        return answers;
    }

    private async Task<LedgerAnswer> HoldAsync(LedgerCall.Hold hold)
    {
        var request = hold.Request;
        if (lines.TryGetValue(request.Key, out var known))
        {
            return LedgerAnswer.Of(known.Line);
        }

        var (look, exchange) = (new LimitLook([request], sql.Now), Unsent());
        look.Ask(exchange);
        unsent = null;
        await exchange.RunAsync().ConfigureAwait(false);
        if (await LimitCheck.RunAsync(sql, request, look, isWriting: true).ConfigureAwait(false) is { Count: > 0 } refusals)
        {
            return new LedgerAnswer(new HoldResult.Refused(refusals));
        }

        var step = LineSteps.Reserve(request, sql.Now);
        LineTable.Insert(Unsent(), step.Line, request.LongestRun, step.Entry!.Value);
        return Written(hold, new LineRow(0, request.LongestRun, step.Line));
    }

    private LedgerAnswer Change(LedgerCall.Change call)
    {
        try
        {
            var row = lines.GetValueOrDefault(call.Key) ?? throw LineSteps.NothingHeld(call.Key);
            var step = call.Step(row.Line, sql.Now);
            if (!step.IsChange)
            {
                return LedgerAnswer.Of(step.Line);
            }

            Write(step, row.LongestRun);
            return Written(call, row with { Line = step.Line });
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // A step refuses before anything of it is written.
            return new LedgerAnswer(null, exception);
        }
    }

    private void Write(LedgerStep step, TimeSpan longestRun)
    {
        LineTable.Update(Unsent(), step.Line, longestRun);
        if (step.Entry is { } entry)
        {
            EntryTable.Append(Unsent(), step.Line.Key, entry, sql.Now);
        }

        if (step.Alert is { } alert)
        {
            AlertTable.Record(Unsent(), alert, sql.Now);
        }
    }

    private LedgerAnswer Written(LedgerCall call, LineRow row)
    {
        LastWritten = call;
        lines[call.Key] = row;
        return LedgerAnswer.Of(row.Line);
    }

    private PostgreSqlExchange Unsent() => unsent ??= sql.Exchange();
}
