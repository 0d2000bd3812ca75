using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Queue;

/// <summary>The one order in which every store hands out jobs: by rank; within it by priority, which rises with the wait; within that tenants take turns; then the oldest. Pure.</summary>
public static class ClaimOrder
{
    /// <summary>After each such span of waiting a job counts one priority higher, up to <see cref="VideoPriority.Urgent"/>.</summary>
    public static readonly TimeSpan AgeingStep = TimeSpan.FromMinutes(10);

    /// <summary>Rank of a job whose video is made and not yet home: links die, so these go first.</summary>
    public const int Finished = 0;

    /// <summary>Rank of a job on which money is out and whose end is not known.</summary>
    public const int MoneyOut = 1;

    /// <summary>Rank of a job on which no money is out. Only these are held back by a pause.</summary>
    public const int NotBegun = 2;

    /// <summary>The rank of a job: 0 goes first.</summary>
    public static int RankOf(VideoJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.CurrentAttempt switch
        {
            { Outcome: AttemptOutcome.Succeeded } or { IsClosed: false, FinalStatus.State: ProviderJobState.Succeeded } => Finished,
            { IntentAt: not null, IsClosed: false } => MoneyOut,
            _ => NotBegun,
        };
    }

    /// <summary>The provider without which nothing can be done for the job: the one of its open or paid attempt, else the only one that the request allows. Null: any will do.</summary>
    public static string? ProviderOf(VideoJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.CurrentAttempt is { } attempt && (!attempt.IsClosed || attempt.Outcome == AttemptOutcome.Succeeded) ? attempt.Provider
            : job.Request is { OnlyPreferredProviders: true, PreferredProviders: [var only] } ? only
            : null;
    }

    /// <summary>Since when the job might run: when it was made, or its start where that was set later. Ageing counts from here.</summary>
    public static DateTimeOffset StartOf(VideoJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.NotBefore > job.CreatedAt ? job.NotBefore.Value : job.CreatedAt;
    }

    /// <summary>Whether the job is handed out at all: not ended, not parked, and one that needs attention only on its schedule.</summary>
    public static bool IsOpen(VideoJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return !job.IsEnded && job.State != VideoState.Parked && !(job is { State: VideoState.NeedsAttention, DueAt: null });
    }

    /// <summary>Whether a pause holds the job back.</summary>
    /// <param name="rank">Its rank.</param>
    /// <param name="provider">The provider that it needs; null for any.</param>
    /// <param name="pauses">The pauses.</param>
    public static bool IsPaused(int rank, string? provider, IReadOnlyList<QueuePause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        return rank == NotBegun && pauses.Any(pause => pause.Provider is null || pause.Provider == provider);
    }

    /// <summary>The priority as it counts after this wait.</summary>
    public static VideoPriority Aged(VideoPriority priority, TimeSpan waited)
    {
        var steps = waited > TimeSpan.Zero ? Math.Min((long)(waited / AgeingStep), VideoPriority.Urgent - VideoPriority.Low) : 0;
        return (VideoPriority)Math.Min((long)priority + steps, (long)VideoPriority.Urgent);
    }

    /// <summary>Chooses among candidates of one rank, the first to be taken first.</summary>
    /// <param name="candidates">Candidates of one rank; of each tenant and priority at least its oldest <paramref name="max"/>.</param>
    /// <param name="inHand">How many unended jobs of each tenant are owned by anyone alive; whoever has fewer goes first. Counted on while choosing.</param>
    /// <param name="claim">What is asked for.</param>
    /// <param name="taken">How many of each tenant this claim took in earlier ranks. Counted on while choosing.</param>
    /// <param name="now">The store's time.</param>
    /// <param name="max">Most to choose.</param>
    public static IReadOnlyList<string> Choose(
        IEnumerable<ClaimCandidate> candidates, IDictionary<string, long> inHand, JobClaim claim, IDictionary<string, int> taken, DateTimeOffset now, int max)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(inHand);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(taken);
        var chosen = new List<string>();
        foreach (var level in candidates.GroupBy(c => Aged(c.Priority, now - c.StartAt)).OrderByDescending(level => level.Key))
        {
            var lines = level.GroupBy(c => c.Tenant, StringComparer.Ordinal)
                .Select(line => new Queue<ClaimCandidate>(line.OrderBy(c => c.StartAt).ThenBy(c => c.JobId, StringComparer.Ordinal)))
                .ToList();
            while (chosen.Count < max && lines.Where(line => line.Count > 0 && HasPlace(line.Peek().Tenant)).MinBy(Turn) is { } next)
            {
                var candidate = next.Dequeue();
                chosen.Add(candidate.JobId);
                inHand[candidate.Tenant] = Held(candidate.Tenant) + 1;
                taken[candidate.Tenant] = Taken(candidate.Tenant) + 1;
            }
        }

        return chosen;

        long Held(string tenant) => inHand.TryGetValue(tenant, out var held) ? held : 0;

        int Taken(string tenant) => taken.TryGetValue(tenant, out var count) ? count : 0;

        bool HasPlace(string tenant) => !(claim.TenantPlaces.GetValueOrDefault(tenant) + Taken(tenant) >= claim.MaxPerTenant);

        (long, DateTimeOffset, string) Turn(Queue<ClaimCandidate> line) => (Held(line.Peek().Tenant), line.Peek().StartAt, line.Peek().JobId);
    }
}
