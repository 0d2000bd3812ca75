using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

internal sealed partial class SqliteJobStore
{
    // A commit of many holds the file for a moment; other processes get their turn between two.
    private const int MadeAtOnce = 500;

    public async Task<IReadOnlyList<CreateJobResult>> CreateManyAsync(IReadOnlyList<NewJob> newJobs, CancellationToken cancellationToken = default)
    {
        var results = new List<CreateJobResult>(newJobs.Count);
        foreach (var some in newJobs.Chunk(MadeAtOnce))
        {
            results.AddRange(await CreateSomeAsync(some, cancellationToken).ConfigureAwait(false));
            if (results[^1] is CreateJobResult.Conflict)
            {
                break;
            }
        }

        return results;
    }

    public Task<bool> IsInputUsedAsync(string assetId, IReadOnlyCollection<string> exceptJobIds, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => ForgettingStatements.IsInputUsed(scope, assetId, exceptJobIds), cancellationToken);

    public async Task<IReadOnlyList<string>> ForgetAsync(IReadOnlyCollection<string> jobIds, string? ownerId = null, CancellationToken cancellationToken = default)
    {
        List<string> forgotten = [];
        await database.WriteAsync(
            scope => forgotten = [.. jobIds.Where(jobId => ForgettingStatements.Forget(scope, jobId, ownerId))],
            scope => forgotten.TrueForAll(jobId => ForgettingStatements.IsForgotten(scope, jobId)),
            cancellationToken).ConfigureAwait(false);

        // Also when nothing was erased now: an earlier call may have been cut off here.
        await database.EmptyLogAsync(cancellationToken).ConfigureAwait(false);
        return forgotten;
    }

    public Task AddRunTimeAsync(RunKind kind, TimeSpan took, CancellationToken cancellationToken = default) =>
        database.WriteAsync(scope => RunTimeStatements.Add(scope, kind, took), scope => RunTimeStatements.All(scope, kind).Contains(took), cancellationToken);

    public async Task<IReadOnlyList<TimeSpan>> GetRunTimesAsync(RunKind kind, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(scope => RunTimeStatements.All(scope, kind), cancellationToken).ConfigureAwait(false);

    private async Task<List<CreateJobResult>> CreateSomeAsync(NewJob[] newJobs, CancellationToken cancellationToken)
    {
        var writeId = NewWriteId();
        (NewJob NewJob, (string, object?)[] Columns)[] wanted = [.. newJobs.Select(newJob => (newJob, JobColumns.Of(newJob.Job, bytes, writeId)))];
        var results = new List<CreateJobResult>(wanted.Length);
        var write = database.WriteAsync(
            scope =>
            {
                results.Clear();
                while (results.Count < wanted.Length && !(results is [.., CreateJobResult.Conflict]))
                {
                    var (newJob, columns) = wanted[results.Count];
                    results.Add(Existing(scope, newJob) ?? Make(scope, newJob, columns));
                }

                return results;
            },
            scope => results.OfType<CreateJobResult.Created>().All(made => JobStatements.IsThere(scope, made.Stored.Job.Id)),
            cancellationToken);
        return await changes.RingAfterAsync(write).ConfigureAwait(false);
    }
}
