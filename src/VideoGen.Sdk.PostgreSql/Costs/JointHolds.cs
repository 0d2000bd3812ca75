using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>
/// Holds of this process. Those that wait while others are under the ledger's lock go together under the next one: each is checked after the one before it was written, and all share one commit.
/// When one of them fails, none is written, and each is tried alone and so gets an answer of its own. Safe for use by many threads at once.
/// </summary>
internal sealed class JointHolds(PostgreSqlDatabase database, string lockName, Func<PostgreSqlScope, HoldRequest, Task<HoldResult>> hold)
{
    // As long as these take, nobody else may hold.
    private const int MostInOne = 32;

    private readonly Lock gate = new();
    private readonly Queue<WaitingHold> waiting = new();
    private bool isCarrying;

    public async Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var one = new WaitingHold(request);
        lock (gate)
        {
            waiting.Enqueue(one);
            if (!isCarrying)
            {
                isCarrying = true;
                _ = Task.Run(CarryAsync, CancellationToken.None);
            }
        }

        return await one.AnswerAsync(cancellationToken).ConfigureAwait(false) ?? (await WriteAsync([one], cancellationToken).ConfigureAwait(false))[0];
    }

    private async Task CarryAsync()
    {
        for (var joint = Next(); joint.Count > 0; joint = Next())
        {
            try
            {
                var results = await WriteAsync(joint, CancellationToken.None).ConfigureAwait(false);
                for (var i = 0; i < results.Count; i++)
                {
                    joint[i].Answer(results[i]);
                }
            }
            catch (Exception exception) when (joint.Count > 1 && exception is not StoreException { IsCommitUnknown: true })
            {
                joint.ForEach(one => one.Answer(null));
            }
            catch (Exception exception)
            {
                joint.ForEach(one => one.Fail(exception));
            }
        }
    }

    private List<WaitingHold> Next()
    {
        lock (gate)
        {
            var joint = new List<WaitingHold>();
            while (joint.Count < MostInOne && waiting.TryDequeue(out var one))
            {
                if (one.TryBegin())
                {
                    joint.Add(one);
                }
            }

            isCarrying = joint.Count > 0;
            return joint;
        }
    }

    // All or nothing was committed, so the last one that was held tells for all.
    private async Task<List<HoldResult>> WriteAsync(List<WaitingHold> joint, CancellationToken cancellationToken)
    {
        List<HoldResult> results = [];
        return await database.WriteAsync(
            async sql =>
            {
                results = [];
                var known = await LineTable.FindAsync(sql, joint.ConvertAll(one => one.Request.Key)).ConfigureAwait(false);
                foreach (var one in joint)
                {
                    var result = known.TryGetValue(one.Request.Key, out var line) ? new HoldResult.Held(line) : await hold(sql, one.Request).ConfigureAwait(false);
                    results.Add(result);
                    if (result is HoldResult.Held held)
                    {
                        // The same attempt may be asked for twice in one go.
                        known[one.Request.Key] = held.Line;
                    }
                }

                return results;
            },
            async sql => results.FindLastIndex(result => result is HoldResult.Held) is var last
                && (last < 0 || await LineTable.FindAsync(sql, joint[last].Request.Key).ConfigureAwait(false) is not null),
            cancellationToken,
            lockName).ConfigureAwait(false);
    }
}
