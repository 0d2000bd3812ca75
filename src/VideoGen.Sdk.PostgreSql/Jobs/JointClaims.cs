using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>
/// Claims of this process, which at once would all go for the oldest jobs and pass each other by: they take turns. Those of one owner that wait and ask for the same go together, as one claim of all their places,
/// and what it takes is handed out to them in their order. Safe for use by many threads at once.
/// </summary>
internal sealed class JointClaims(Func<JobClaim, CancellationToken, Task<IReadOnlyList<StoredJob>>> claimAsync)
{
    private const int MostInOne = 256;

    private readonly Lock gate = new();
    private readonly Queue<Waiting> waiting = new();
    private bool isCarrying;

    public Task<IReadOnlyList<StoredJob>> ClaimAsync(JobClaim claim, CancellationToken cancellationToken)
    {
        var call = new Waiting(claim, new CallTurn<IReadOnlyList<StoredJob>>(), cancellationToken);
        lock (gate)
        {
            waiting.Enqueue(call);
            if (!isCarrying)
            {
                isCarrying = true;
                _ = Task.Run(CarryAsync, CancellationToken.None);
            }
        }

        return call.Turn.AnswerAsync(cancellationToken);
    }

    private async Task CarryAsync()
    {
        for (var joint = Next(); joint.Count > 0; joint = Next())
        {
            try
            {
                // Nobody's cancellation ends what others wait for too.
                var claimed = await claimAsync(joint[0].Claim with { Max = joint.Sum(call => call.Places) }, joint.Count == 1 ? joint[0].CancellationToken : CancellationToken.None).ConfigureAwait(false);
                HandOut(claimed, joint);
            }
            catch (Exception exception)
            {
                joint.ForEach(call => call.Turn.Fail(exception));
            }
        }
    }

    private static void HandOut(IReadOnlyList<StoredJob> claimed, List<Waiting> joint)
    {
        var given = 0;
        foreach (var call in joint)
        {
            call.Turn.Answer([.. claimed.Skip(given).Take(call.Places)]);
            given += call.Places;
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var joint = new List<Waiting>();
            while (waiting.TryPeek(out var call) && (joint.Count == 0 || (joint.Sum(other => other.Places) + call.Places <= MostInOne && AsksForTheSame(joint[0].Claim, call.Claim))))
            {
                waiting.Dequeue();
                if (call.Turn.TryBegin())
                {
                    joint.Add(call);
                }
            }

            isCarrying = joint.Count > 0;
            return joint;
        }
    }

    // With a limit for each tenant every claim counts by itself.
    private static bool AsksForTheSame(JobClaim one, JobClaim other) =>
        one.OwnerId == other.OwnerId && one.MaxPerTenant is null && other.MaxPerTenant is null && ClaimFilter.Of(one, [], canDecrypt: true) == ClaimFilter.Of(other, [], canDecrypt: true);

    private sealed record Waiting(JobClaim Claim, CallTurn<IReadOnlyList<StoredJob>> Turn, CancellationToken CancellationToken)
    {
        // Who asks for everything counts as asking for more than fits, and goes alone.
        public int Places => Math.Clamp(Claim.Max, 0, int.MaxValue / 2);
    }
}
