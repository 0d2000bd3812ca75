using System.Data.Common;
using Npgsql;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

internal sealed partial class PostgreSqlJobStore
{
    // Keys that a call has taken make others with the same key wait until its commit.
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

    public bool CanJoin(DbTransaction transaction) => transaction is NpgsqlTransaction;

    public Task<CreateJobResult> CreateAsync(NewJob newJob, DbTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newJob);
        ArgumentNullException.ThrowIfNull(transaction);
        if (newJob.OwnerId is not null)
        {
            throw new ArgumentException("A job made in a caller's transaction has no owner yet; leave OwnerId null.", nameof(newJob));
        }

        return transaction is NpgsqlTransaction own
            ? JoinAsync(newJob, own, cancellationToken)
            : throw new NotSupportedException($"UsePostgreSql() joins transactions of Npgsql; this is a {transaction.GetType().Name}.");
    }

    public Task<bool> IsInputUsedAsync(string assetId, IReadOnlyCollection<string> exceptJobIds, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => ForgettingStatements.IsInputUsedAsync(scope, assetId, exceptJobIds), cancellationToken);

    public async Task<IReadOnlyList<string>> ForgetAsync(IReadOnlyCollection<string> jobIds, string? ownerId = null, CancellationToken cancellationToken = default)
    {
        List<string> forgotten = [];
        return await database.WriteAsync(
            async scope => forgotten = await ForgettingStatements.ForgetAsync(scope, jobIds, ownerId).ConfigureAwait(false),
            scope => ForgettingStatements.AreForgottenAsync(scope, forgotten),
            cancellationToken).ConfigureAwait(false);
    }

    public Task AddRunTimeAsync(RunKind kind, TimeSpan took, CancellationToken cancellationToken = default) => database.WriteAsync(
        scope => RunTimeStatements.AddAsync(scope, kind, took),
        async scope => (await RunTimeStatements.AllAsync(scope, kind).ConfigureAwait(false)).Contains(took),
        cancellationToken);

    public async Task<IReadOnlyList<TimeSpan>> GetRunTimesAsync(RunKind kind, CancellationToken cancellationToken = default) =>
        await database.AskAsync(exchange => RunTimeStatements.All(exchange, kind), cancellationToken).ConfigureAwait(false);

    private async Task<List<CreateJobResult>> CreateSomeAsync(NewJob[] newJobs, CancellationToken cancellationToken)
    {
        var writeId = NewWriteId();
        (NewJob NewJob, (string, object?)[] Columns)[] wanted = [.. newJobs.Select(newJob => (newJob, JobColumns.Of(newJob.Job, bytes, writeId)))];
        var results = new List<CreateJobResult>(wanted.Length);
        var write = newJobs.All(JobMaking.IsPlain)
            ? database.WriteAtOnceAsync(async scope => results = await JobMaking.MakePlainAsync(scope, wanted).ConfigureAwait(false), AreThereAsync, cancellationToken)
            : database.WriteAsync(MakeAsync, AreThereAsync, cancellationToken);
        return await RingAfterAsync(write, () =>
        {
            foreach (var made in results.OfType<CreateJobResult.Created>())
            {
                floors.Came(made.Stored.Job);
            }
        }).ConfigureAwait(false);

        async Task<List<CreateJobResult>> MakeAsync(PostgreSqlScope scope)
        {
            results.Clear();
            if (newJobs.Count(newJob => newJob.Job.Request.IdempotencyKey is not null) > 1)
            {
                // Two batches with the same keys in another order would wait for each other for ever.
                await scope.LockAsync("job_keys").ConfigureAwait(false);
            }

            while (results.Count < wanted.Length && !(results is [.., CreateJobResult.Conflict]))
            {
                var (newJob, columns) = wanted[results.Count];
                results.Add(await JobMaking.MakeAsync(scope, rows, newJob, columns).ConfigureAwait(false));
            }

            return results;
        }

        Task<bool> AreThereAsync(PostgreSqlScope scope) =>
            results.OfType<CreateJobResult.Created>().LastOrDefault() is { } made ? JobStatements.IsThereAsync(scope, made.Stored.Job.Id) : Task.FromResult(true);
    }

    private static async Task<JobRow?> FindByKeyAsync(PostgreSqlScope scope, string? tenant, string key) =>
        await KeyStatements.FindAsync(scope, tenant, key).ConfigureAwait(false) is { } known && !known.IsFreeAt(scope.Now)
            ? await JobStatements.FindAsync(scope, known.JobId).ConfigureAwait(false)
            : null;
}
