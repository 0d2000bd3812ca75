using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Jobs in the database file. The statements lie beside this class, by table.</summary>
internal sealed partial class SqliteJobStore : IJobStore
{
    private readonly SqliteDatabase database;
    private readonly ProtectedBytes bytes;
    private readonly JobReader rows;
    private readonly QueueChanges changes;

    public SqliteJobStore(SqliteDatabase database, IPayloadProtector? protector)
    {
        this.database = database;
        bytes = new ProtectedBytes(protector, database.Path);
        rows = new JobReader(bytes, database.Path);
        changes = new QueueChanges(database);
    }

    public bool IsDurable => true;

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken = default) => Task.FromResult(database.Now);

    public Task<CreateJobResult> CreateAsync(NewJob newJob, CancellationToken cancellationToken = default)
    {
        var writeId = NewWriteId();
        var columns = JobColumns.Of(newJob.Job, bytes, writeId);
        var write = database.WriteAsync(
            scope => Existing(scope, newJob) ?? Make(scope, newJob, columns),
            scope => JobStatements.IsThere(scope, newJob.Job.Id),
            cancellationToken);
        return changes.RingAfterAsync(write, newJob.OwnerId is null);
    }

    public async Task<StoredJob?> FindAsync(string jobId, CancellationToken cancellationToken = default) =>
        rows.Read(await database.ReadAsync(scope => JobStatements.Find(scope, jobId), cancellationToken).ConfigureAwait(false));

    public async Task<StoredJob?> FindByKeyAsync(string? tenant, string idempotencyKey, CancellationToken cancellationToken = default) =>
        rows.Read(await database.ReadAsync(
            scope => KeyStatements.Find(scope, tenant, idempotencyKey) is { } known ? JobStatements.Find(scope, known.JobId) : null, cancellationToken).ConfigureAwait(false));

    public async Task<IReadOnlyList<StoredJob>> ListAsync(JobQuery query, CancellationToken cancellationToken = default) =>
        [.. (await database.ReadAsync(scope => JobStatements.List(scope, query), cancellationToken).ConfigureAwait(false)).Select(rows.ReadOrDescribe)];

    public async Task<IReadOnlyDictionary<VideoState, long>> CountAsync(CancellationToken cancellationToken = default)
    {
        var counts = new Dictionary<VideoState, long>();
        foreach (var (word, count) in await database.ReadAsync(JobStatements.Count, cancellationToken).ConfigureAwait(false))
        {
            // A newer release may know more states; those are not ours to count.
            if (Enum.TryParse<VideoState>(word, out var state))
            {
                counts[state] = count;
            }
        }

        return counts;
    }

    public Task<TakeResult> TakeAsync(string jobId, string ownerId, bool reopenFailed = false, CancellationToken cancellationToken = default) => database.WriteAsync(
        scope => JobTaking.Take(scope, rows, jobId, ownerId, reopenFailed),
        scope => JobStatements.Find(scope, jobId)?.Stamp.OwnerId == ownerId,
        cancellationToken);

    public Task<SaveResult> SaveAsync(VideoJob job, JobStamp stamp, bool keepOwner = true, CancellationToken cancellationToken = default)
    {
        var writeId = NewWriteId();
        var columns = JobColumns.Of(job, bytes, writeId);
        var keeps = keepOwner && !job.IsEnded;
        var write = database.WriteAsync<SaveResult>(
            scope => JobStatements.Save(scope, job.Id, stamp, keeps, columns)
                ? new SaveResult.Saved(Next(stamp, keeps))
                : new SaveResult.Lost(Refusal(scope, job.Id, stamp)),
            scope => JobStatements.WasWrittenBy(scope, job.Id, writeId),
            cancellationToken);
        return changes.RingAfterAsync(write, !keepOwner);
    }

    public Task<IntentResult> SaveIntentAsync(VideoJob job, JobStamp stamp, SubmissionIntent intent, CancellationToken cancellationToken = default)
    {
        var writeId = NewWriteId();
        var columns = JobColumns.Of(job, bytes, writeId);
        return database.WriteAsync<IntentResult>(
            scope =>
            {
                if (!JobStatements.Save(scope, job.Id, stamp, keepsOwner: true, columns))
                {
                    return new IntentResult.Lost(Refusal(scope, job.Id, stamp));
                }

                IntentStatements.MustBeFirst(scope, intent);
                return new IntentResult.Saved(Next(stamp, keepsOwner: true), IntentStatements.Insert(scope, bytes, intent));
            },
            scope => JobStatements.WasWrittenBy(scope, job.Id, writeId),
            cancellationToken);
    }

    public Task<SubmissionIntent?> FindIntentAsync(string jobId, int attempt, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => IntentStatements.Find(scope, bytes, jobId, attempt), cancellationToken);

    public Task<SubmissionIntent?> FindIntentAsync(string clientReference, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => IntentStatements.Find(scope, bytes, clientReference), cancellationToken);

    public Task<RecordedOutcome> RecordOutcomeAsync(SubmissionRecord record, CancellationToken cancellationToken = default) => database.WriteAsync(
        scope => OutcomeStatements.Record(scope, record),
        scope => OutcomeStatements.Of(scope, record.JobId, record.Attempt).Any(record.SaysTheSameAs),
        cancellationToken);

    public async Task<IReadOnlyList<SubmissionRecord>> GetOutcomesAsync(string jobId, int attempt, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(scope => OutcomeStatements.Of(scope, jobId, attempt), cancellationToken).ConfigureAwait(false);

    public Task<bool> IsRemoteIdTakenAsync(string provider, string account, string remoteId, string exceptJobId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => OutcomeStatements.IsRemoteIdTaken(scope, provider, account, remoteId, exceptJobId), cancellationToken);

    public Task<SubmissionIntent?> FindIntentByRemoteIdAsync(string provider, string account, string remoteId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => IntentStatements.FindByRemoteId(scope, bytes, provider, account, remoteId), cancellationToken);

    public Task<bool> AddCallbackAsync(CallbackNote note, CancellationToken cancellationToken = default)
    {
        var writeId = NewWriteId();
        return database.WriteAsync(scope => CallbackStatements.Add(scope, note, writeId), scope => CallbackStatements.WasWrittenBy(scope, note, writeId), cancellationToken);
    }

    public Task<bool> IsCallbackKnownAsync(string provider, string account, string eventId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => CallbackStatements.IsKnown(scope, provider, account, eventId), cancellationToken);

    public Task<bool> SignalAsync(string jobId, JobSignalKind kind, CancellationToken cancellationToken = default)
    {
        var at = default(DateTimeOffset);
        return changes.RingAfterAsync(database.WriteAsync(
            scope => SignalStatements.Add(scope, jobId, kind) && (at = scope.Now) != default,
            scope => SignalStatements.Of(scope, jobId) is var signals && (kind == JobSignalKind.Cancel ? signals.CancelAskedAt <= at : signals.WokenAt >= at),
            cancellationToken));
    }

    public Task<JobSignals> GetSignalsAsync(string jobId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => SignalStatements.Of(scope, jobId), cancellationToken);

    public Task<IReadOnlyDictionary<string, JobSignals>> GetSignalsAsync(IReadOnlyCollection<string> jobIds, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, JobSignals>>(
            scope => jobIds.Distinct(StringComparer.Ordinal).ToDictionary(jobId => jobId, jobId => SignalStatements.Of(scope, jobId), StringComparer.Ordinal), cancellationToken);

    public Task RegisterOwnerAsync(OwnerRegistration registration, CancellationToken cancellationToken = default) => database.WriteAsync(
        scope =>
        {
            OwnerStatements.Register(scope, registration);
            return true;
        },
        scope => OwnerStatements.LeaseLeft(scope, registration.OwnerId) > TimeSpan.Zero,
        cancellationToken);

    public Task<bool> RenewOwnerAsync(string ownerId, CancellationToken cancellationToken = default)
    {
        var at = default(DateTimeOffset);
        return database.WriteAsync(
            scope => OwnerStatements.Renew(scope, ownerId, at = scope.Now),
            scope => OwnerStatements.WasRenewedAt(scope, ownerId, at),
            cancellationToken);
    }

    public Task RetireOwnerAsync(string ownerId, CancellationToken cancellationToken = default) => changes.RingAfterAsync(database.WriteAsync(
        scope => OwnerStatements.Retire(scope, ownerId),
        scope => !OwnerStatements.IsAlive(scope, ownerId),
        cancellationToken));

    private static string NewWriteId() => Guid.NewGuid().ToString("N");

    private static JobStamp Next(JobStamp stamp, bool keepsOwner) => stamp with { Version = stamp.Version + 1, OwnerId = keepsOwner ? stamp.OwnerId : null, Adoptions = 0 };

    private CreateJobResult? Existing(SqliteScope scope, NewJob newJob)
    {
        var request = newJob.Job.Request;
        if (request.IdempotencyKey is not { } key || KeyStatements.Find(scope, request.Tenant, key) is not { } known)
        {
            return null;
        }

        return known.Fingerprint == newJob.Fingerprint
            ? new CreateJobResult.Exists(rows.Read(JobStatements.Find(scope, known.JobId))!)
            : new CreateJobResult.Conflict(known.JobId, known.Fingerprint, newJob.Fingerprint);
    }

    private static CreateJobResult.Created Make(SqliteScope scope, NewJob newJob, (string, object?)[] columns)
    {
        if (newJob.OwnerId is { } ownerId)
        {
            OwnerStatements.MustBeAlive(scope, ownerId);
        }

        if (JobStatements.IsThere(scope, newJob.Job.Id))
        {
            throw new InvalidOperationException($"There is a job {newJob.Job.Id} already.");
        }

        return new CreateJobResult.Created(new StoredJob(newJob.Job, JobStatements.Insert(scope, newJob, columns)));
    }

    private static string Refusal(SqliteScope scope, string jobId, JobStamp stamp)
    {
        if (JobStatements.Find(scope, jobId) is not { } row)
        {
            return $"There is no job {jobId}.";
        }

        var isAlive = row.Stamp.OwnerId is { } owner && OwnerStatements.IsAlive(scope, owner);
        return JobFence.Refusal(jobId, row.Stamp, stamp, isAlive) ?? $"The fence of job {jobId} refused the save.";
    }
}
