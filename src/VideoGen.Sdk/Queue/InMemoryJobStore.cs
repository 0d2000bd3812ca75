namespace VideoGen.Sdk.Queue;

/// <summary>Keeps jobs in memory, for tests and for free providers: everything is gone with the process. Safe for use by many threads at once.</summary>
public sealed partial class InMemoryJobStore : IJobStore
{
    private readonly Lock gate = new();
    private readonly InMemoryOwners owners;
    private readonly InMemoryJobs jobs;
    private readonly InMemorySubmissions submissions;
    private readonly InMemoryQueue queue;
    private readonly QueueBell bell = new();
    private readonly TimeProvider timeProvider;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The store's clock.</param>
    public InMemoryJobStore(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        this.timeProvider = timeProvider;
        owners = new InMemoryOwners(timeProvider);
        var places = new InMemoryPlaces(owners, timeProvider);
        jobs = new InMemoryJobs(owners, places, timeProvider);
        submissions = new InMemorySubmissions(timeProvider);
        queue = new InMemoryQueue(places, owners, timeProvider);
    }

    /// <inheritdoc/>
    public bool IsDurable => false;

    /// <inheritdoc/>
    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken = default) => Run(timeProvider.GetUtcNow, cancellationToken);

    /// <inheritdoc/>
    public Task<CreateJobResult> CreateAsync(NewJob newJob, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            var made = jobs.Create(newJob);
            RingWhen(newJob.OwnerId is null);
            return made;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<StoredJob?> FindAsync(string jobId, CancellationToken cancellationToken = default) => Run(() => jobs.Find(jobId)?.Stored, cancellationToken);

    /// <inheritdoc/>
    public Task<StoredJob?> FindByKeyAsync(string? tenant, string idempotencyKey, CancellationToken cancellationToken = default) =>
        Run(() => jobs.FindByKey(tenant, idempotencyKey)?.Stored, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredJob>> ListAsync(JobQuery query, CancellationToken cancellationToken = default) => Run(() => jobs.List(query), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<VideoState, long>> CountAsync(CancellationToken cancellationToken = default) => Run(() => jobs.Count(), cancellationToken);

    /// <inheritdoc/>
    public Task<TakeResult> TakeAsync(string jobId, string ownerId, bool reopenFailed = false, CancellationToken cancellationToken = default) =>
        Run(() => jobs.Take(jobId, ownerId, reopenFailed), cancellationToken);

    /// <inheritdoc/>
    public Task<SaveResult> SaveAsync(VideoJob job, JobStamp stamp, bool keepOwner = true, CancellationToken cancellationToken = default) => Run<SaveResult>(
        () =>
        {
            var (row, reason) = jobs.PassFence(job.Id, stamp);
            RingWhen(!keepOwner);
            return row is null ? new SaveResult.Lost(reason) : new SaveResult.Saved(jobs.Save(row, job, keepOwner));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IntentResult> SaveIntentAsync(VideoJob job, JobStamp stamp, SubmissionIntent intent, CancellationToken cancellationToken = default) => Run<IntentResult>(
        () =>
        {
            var (row, reason) = jobs.PassFence(job.Id, stamp);
            if (row is null)
            {
                return new IntentResult.Lost(reason);
            }

            submissions.MustBeFirst(intent);
            return new IntentResult.Saved(jobs.Save(row, job, keepOwner: true), submissions.Add(intent));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SubmissionIntent?> FindIntentAsync(string jobId, int attempt, CancellationToken cancellationToken = default) => Run(() => submissions.Find(jobId, attempt), cancellationToken);

    /// <inheritdoc/>
    public Task<SubmissionIntent?> FindIntentAsync(string clientReference, CancellationToken cancellationToken = default) => Run(() => submissions.Find(clientReference), cancellationToken);

    /// <inheritdoc/>
    public Task<RecordedOutcome> RecordOutcomeAsync(SubmissionRecord record, CancellationToken cancellationToken = default) => Run(() => submissions.Record(record), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> GetOutcomesAsync(string jobId, int attempt, CancellationToken cancellationToken = default) =>
        Run(() => submissions.Outcomes(jobId, attempt), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsRemoteIdTakenAsync(string provider, string account, string remoteId, string exceptJobId, CancellationToken cancellationToken = default) =>
        Run(() => submissions.IsRemoteIdTaken(provider, account, remoteId, exceptJobId), cancellationToken);

    /// <inheritdoc/>
    public Task<SubmissionIntent?> FindIntentByRemoteIdAsync(string provider, string account, string remoteId, CancellationToken cancellationToken = default) =>
        Run(() => submissions.FindByRemoteId(provider, account, remoteId), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AddCallbackAsync(CallbackNote note, CancellationToken cancellationToken = default) => Run(() => submissions.Add(note), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsCallbackKnownAsync(string provider, string account, string eventId, CancellationToken cancellationToken = default) =>
        Run(() => submissions.IsKnown(provider, account, eventId), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SignalAsync(string jobId, JobSignalKind kind, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            if (jobs.Find(jobId) is not { } row)
            {
                return false;
            }

            jobs.Signal(row, kind, timeProvider.GetUtcNow());
            bell.Ring();
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<JobSignals> GetSignalsAsync(string jobId, CancellationToken cancellationToken = default) => Run(() => jobs.Find(jobId)?.Signals ?? new JobSignals(), cancellationToken);

    /// <inheritdoc/>
    public Task RegisterOwnerAsync(OwnerRegistration registration, CancellationToken cancellationToken = default) => Run(() => owners.Register(registration), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RenewOwnerAsync(string ownerId, CancellationToken cancellationToken = default) => Run(() => owners.Renew(ownerId), cancellationToken);

    /// <inheritdoc/>
    public Task RetireOwnerAsync(string ownerId, CancellationToken cancellationToken = default) => Run(
        () =>
        {
            jobs.Retire(ownerId);
            bell.Ring();
        },
        cancellationToken);

    private Task<bool> Run(Action action, CancellationToken cancellationToken) => Run(
        () =>
        {
            action();
            return true;
        },
        cancellationToken);

    private Task<T> Run<T>(Func<T> call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (gate)
            {
                return Task.FromResult(call());
            }
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
