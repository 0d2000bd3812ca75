using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Jobs in the database. The statements lie beside this class, by table.</summary>
internal sealed partial class PostgreSqlJobStore : IJobStore
{
    private readonly PostgreSqlDatabase database;
    private readonly ProtectedBytes bytes;
    private readonly JobReader rows;
    private readonly ClaimFloors floors;
    private readonly JointSaves saves;
    private readonly JointOutcomes outcomes;
    private readonly JointClaims claims;

    /// <param name="database">Where the jobs lie.</param>
    /// <param name="protector">Encrypts payloads; null for none.</param>
    /// <param name="isAlwaysInOrder">Tests only: however slow the server, every claim looks over everything, and no job that came back waits for its turn.</param>
    public PostgreSqlJobStore(PostgreSqlDatabase database, IPayloadProtector? protector, bool isAlwaysInOrder = false)
    {
        floors = isAlwaysInOrder ? new ClaimFloors { Cheap = TimeSpan.MaxValue } : new ClaimFloors();
        this.database = database;
        bytes = new ProtectedBytes(protector, database.Place);
        rows = new JobReader(bytes, database.Place);
        saves = new JointSaves(database, bytes);
        outcomes = new JointOutcomes(database);
        claims = new JointClaims(ClaimNowAsync);
    }

    public bool IsDurable => true;

    public bool IsShared => true;

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken = default) =>
        database.NowAsync(cancellationToken);

    public Task<CreateJobResult> CreateAsync(NewJob newJob, CancellationToken cancellationToken = default)
    {
        var columns = JobColumns.Of(newJob.Job, bytes, NewWriteId());
        var write = JobMaking.IsPlain(newJob)
            ? database.WriteAtOnceAsync(async scope => (await JobMaking.MakePlainAsync(scope, [(newJob, columns)]).ConfigureAwait(false))[0], IsThereAsync, cancellationToken)
            : database.WriteAsync(scope => JobMaking.MakeAsync(scope, rows, newJob, columns), IsThereAsync, cancellationToken);
        return RingAfterAsync(write, newJob.OwnerId is null, newJob.Job);

        Task<bool> IsThereAsync(PostgreSqlScope scope) => JobStatements.IsThereAsync(scope, newJob.Job.Id);
    }

    public async Task<StoredJob?> FindAsync(string jobId, CancellationToken cancellationToken = default) =>
        rows.Read(await database.ReadAsync(scope => JobStatements.FindAsync(scope, jobId), cancellationToken).ConfigureAwait(false));

    public async Task<StoredJob?> FindByKeyAsync(string? tenant, string idempotencyKey, CancellationToken cancellationToken = default) =>
        rows.Read(await database.SnapshotAsync(scope => FindByKeyAsync(scope, tenant, idempotencyKey), cancellationToken).ConfigureAwait(false));

    public async Task<IReadOnlyList<StoredJob>> ListAsync(JobQuery query, CancellationToken cancellationToken = default) =>
        [.. (await database.ReadAsync(scope => JobStatements.ListAsync(scope, query), cancellationToken).ConfigureAwait(false)).Select(rows.ReadOrDescribe)];

    public async Task<IReadOnlyDictionary<VideoState, long>> CountAsync(CancellationToken cancellationToken = default)
    {
        var counts = new Dictionary<VideoState, long>();
        foreach (var (word, count) in await database.ReadAsync(JobStatements.CountAsync, cancellationToken).ConfigureAwait(false))
        {
            // A newer release may know more states; those are not ours to count.
            if (Enum.TryParse<VideoState>(word, out var state))
            {
                counts[state] = count;
            }
        }

        return counts;
    }

    public async Task<TakeResult> TakeAsync(string jobId, string ownerId, bool reopenFailed = false, CancellationToken cancellationToken = default)
    {
        var result = await database.WriteAsync(
            scope => JobTaking.TakeAsync(scope, rows, jobId, ownerId, reopenFailed),
            async scope => (await JobStatements.FindAsync(scope, jobId).ConfigureAwait(false))?.Stamp.OwnerId == ownerId,
            cancellationToken).ConfigureAwait(false);
        if (result is TakeResult.Taken)
        {
            // Perhaps from an owner found dead by it, whose other jobs are now for anybody.
            database.Changes.Ring();
        }

        return result;
    }

    public Task<SaveResult> SaveAsync(VideoJob job, JobStamp stamp, bool keepOwner = true, CancellationToken cancellationToken = default) =>
        RingAfterAsync(WriteAsync(job, stamp, keepOwner && !job.IsEnded, cancellationToken), !keepOwner, job);

    public async Task<IntentResult> SaveIntentAsync(VideoJob job, JobStamp stamp, SubmissionIntent intent, CancellationToken cancellationToken = default)
    {
        var save = new JobSave(job.Id, stamp, KeepsOwner: true, JobColumns.Of(job, bytes, NewWriteId())) { Intent = intent };
        return await saves.SaveAsync(save, cancellationToken).ConfigureAwait(false) is { Intent: { } saved }
            ? new IntentResult.Saved(Next(stamp, keepsOwner: true), saved)
            : await SaveIntentAloneAsync(save, intent, cancellationToken).ConfigureAwait(false);
    }

    public Task<SubmissionIntent?> FindIntentAsync(string jobId, int attempt, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => IntentStatements.FindAsync(scope, bytes, jobId, attempt), cancellationToken);

    public Task<SubmissionIntent?> FindIntentAsync(string clientReference, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => IntentStatements.FindAsync(scope, bytes, clientReference), cancellationToken);

    public Task<RecordedOutcome> RecordOutcomeAsync(SubmissionRecord record, CancellationToken cancellationToken = default) => outcomes.RecordAsync(record, cancellationToken);

    public async Task<IReadOnlyList<SubmissionRecord>> GetOutcomesAsync(string jobId, int attempt, CancellationToken cancellationToken = default) =>
        await database.AskAsync(exchange => OutcomeStatements.Of(exchange, jobId, attempt), cancellationToken).ConfigureAwait(false);

    public Task<bool> IsRemoteIdTakenAsync(string provider, string account, string remoteId, string exceptJobId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => OutcomeStatements.IsRemoteIdTakenAsync(scope, provider, account, remoteId, exceptJobId), cancellationToken);

    public Task<SubmissionIntent?> FindIntentByRemoteIdAsync(string provider, string account, string remoteId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => IntentStatements.FindByRemoteIdAsync(scope, bytes, provider, account, remoteId), cancellationToken);

    public Task<bool> AddCallbackAsync(CallbackNote note, CancellationToken cancellationToken = default)
    {
        var writeId = NewWriteId();
        return database.WriteAsync(scope => CallbackStatements.AddAsync(scope, note, writeId), scope => CallbackStatements.WasWrittenByAsync(scope, note, writeId), cancellationToken);
    }

    public Task<bool> IsCallbackKnownAsync(string provider, string account, string eventId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => CallbackStatements.IsKnownAsync(scope, provider, account, eventId), cancellationToken);

    public Task<bool> SignalAsync(string jobId, JobSignalKind kind, CancellationToken cancellationToken = default)
    {
        var at = default(DateTimeOffset);
        LaneRow? woken = null;
        var write = database.WriteAsync(
            async scope => await SignalStatements.AddAsync(scope, jobId, kind, ready => woken = ready).ConfigureAwait(false) && (at = scope.Now) != default,
            async scope => await SignalStatements.OfAsync(scope, jobId).ConfigureAwait(false) is var signals && (kind == JobSignalKind.Cancel ? signals.CancelAskedAt <= at : signals.WokenAt >= at),
            cancellationToken);
        return RingAfterAsync(write, () =>
        {
            if (woken is not null)
            {
                floors.Came(woken.Lane, woken.StartAt, readyAt: null);
            }
        });
    }

    public async Task<JobSignals> GetSignalsAsync(string jobId, CancellationToken cancellationToken = default) =>
        (await database.AskAsync(exchange => SignalStatements.Of(exchange, jobId), cancellationToken).ConfigureAwait(false)).FirstOrDefault() ?? new JobSignals();

    public async Task<IReadOnlyDictionary<string, JobSignals>> GetSignalsAsync(IReadOnlyCollection<string> jobIds, CancellationToken cancellationToken = default) =>
        (await database.AskAsync(exchange => SignalStatements.Of(exchange, jobIds), cancellationToken).ConfigureAwait(false)).ToDictionary(left => left.JobId, left => left.Signals, StringComparer.Ordinal);

    public Task RegisterOwnerAsync(OwnerRegistration registration, CancellationToken cancellationToken = default) => database.WriteAsync(
        async scope =>
        {
            await OwnerStatements.RegisterAsync(scope, registration).ConfigureAwait(false);
            return true;
        },
        async scope => await OwnerStatements.LeaseLeftAsync(scope, registration.OwnerId).ConfigureAwait(false) > TimeSpan.Zero,
        cancellationToken);

    public Task<bool> RenewOwnerAsync(string ownerId, CancellationToken cancellationToken = default)
    {
        var at = default(DateTimeOffset);
        return database.WriteAsync(
            scope => OwnerStatements.RenewAsync(scope, ownerId, at = scope.Now),
            scope => OwnerStatements.WasRenewedAtAsync(scope, ownerId, at),
            cancellationToken);
    }

    public Task RetireOwnerAsync(string ownerId, CancellationToken cancellationToken = default) => RingAfterAsync(
        database.WriteAsync(
            scope => OwnerStatements.RetireAsync(scope, ownerId),
            async scope => !await OwnerStatements.IsAliveAsync(scope, ownerId).ConfigureAwait(false),
            cancellationToken),
        floors.Forget);

    private Task<IntentResult> SaveIntentAloneAsync(JobSave save, SubmissionIntent intent, CancellationToken cancellationToken) => database.WriteAsync<IntentResult>(
        async scope =>
        {
            await ServerStatements.MustBeKnownAsync(scope, database.Place).ConfigureAwait(false);
            if (!await JobStatements.SaveAsync(scope, save).ConfigureAwait(false))
            {
                return new IntentResult.Lost(await RefusalAsync(scope, save.JobId, save.Stamp).ConfigureAwait(false));
            }

            await IntentStatements.MustBeFirstAsync(scope, intent).ConfigureAwait(false);
            return new IntentResult.Saved(Next(save.Stamp, keepsOwner: true), await IntentStatements.InsertAsync(scope, bytes, intent).ConfigureAwait(false));
        },
        scope => JobStatements.WasWrittenByAsync(scope, save.JobId, save.WriteId),
        cancellationToken);

    private async Task<SaveResult> WriteAsync(VideoJob job, JobStamp stamp, bool keeps, CancellationToken cancellationToken)
    {
        var save = new JobSave(job.Id, stamp, keeps, JobColumns.Of(job, bytes, NewWriteId()));
        return await saves.SaveAsync(save, cancellationToken).ConfigureAwait(false) is { } saved
            ? new SaveResult.Saved(Next(stamp, keeps)) { Signals = saved.Signals }
            : await database.WriteAsync<SaveResult>(
                async scope => await JobStatements.SaveAsync(scope, save).ConfigureAwait(false)
                    ? new SaveResult.Saved(Next(stamp, keeps))
                    : new SaveResult.Lost(await RefusalAsync(scope, job.Id, stamp).ConfigureAwait(false)),
                scope => JobStatements.WasWrittenByAsync(scope, job.Id, save.WriteId),
                cancellationToken).ConfigureAwait(false);
    }

    private static string NewWriteId() => Guid.NewGuid().ToString("N");

    private static JobStamp Next(JobStamp stamp, bool keepsOwner) => stamp with { Version = stamp.Version + 1, OwnerId = keepsOwner ? stamp.OwnerId : null, Adoptions = 0 };

    private static async Task<string> RefusalAsync(PostgreSqlScope scope, string jobId, JobStamp stamp)
    {
        if (await JobStatements.FindAsync(scope, jobId).ConfigureAwait(false) is not { } row)
        {
            return $"There is no job {jobId}.";
        }

        var isAlive = row.Stamp.OwnerId is { } owner && await OwnerStatements.IsAliveAsync(scope, owner).ConfigureAwait(false);
        return JobFence.Refusal(jobId, row.Stamp, stamp, isAlive) ?? $"The fence of job {jobId} refused the save.";
    }
}
