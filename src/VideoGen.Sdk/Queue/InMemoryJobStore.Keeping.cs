namespace VideoGen.Sdk.Queue;

public sealed partial class InMemoryJobStore
{
    private readonly Dictionary<RunKind, Queue<TimeSpan>> runTimes = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<CreateJobResult>> CreateManyAsync(IReadOnlyList<NewJob> newJobs, CancellationToken cancellationToken = default) => Run<IReadOnlyList<CreateJobResult>>(
        () =>
        {
            var results = new List<CreateJobResult>(newJobs.Count);
            try
            {
                while (results.Count < newJobs.Count && !(results is [.., CreateJobResult.Conflict]))
                {
                    results.Add(jobs.Create(newJobs[results.Count]));
                }
            }
            finally
            {
                RingWhen(results.Count > 0);
            }

            return results;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsInputUsedAsync(string assetId, IReadOnlyCollection<string> exceptJobIds, CancellationToken cancellationToken = default) =>
        Run(() => jobs.IsInputUsed(assetId, exceptJobIds), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ForgetAsync(IReadOnlyCollection<string> jobIds, string? ownerId = null, CancellationToken cancellationToken = default) => Run<IReadOnlyList<string>>(
        () =>
        {
            string[] forgotten = [.. jobIds.Where(jobId => jobs.Forget(jobId, ownerId))];
            Array.ForEach(forgotten, submissions.Forget);
            return forgotten;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task AddRunTimeAsync(RunKind kind, TimeSpan took, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            var kept = runTimes.TryGetValue(kind, out var known) ? known : runTimes[kind] = new Queue<TimeSpan>();
            kept.Enqueue(took);
            if (kept.Count > RunKind.Kept)
            {
                kept.Dequeue();
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TimeSpan>> GetRunTimesAsync(RunKind kind, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<TimeSpan>>(() => runTimes.TryGetValue(kind, out var kept) ? [.. kept] : [], cancellationToken);
}
