using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A job store as one simulated process sees it.</summary>
/// <param name="inner">The store.</param>
/// <param name="process">The process.</param>
public sealed partial class ChaosJobStore(IJobStore inner, ChaosProcess process) : IJobStore
{
    /// <inheritdoc/>
    public bool IsDurable => inner.IsDurable;

    /// <inheritdoc/>
    public bool IsShared => inner.IsShared;

    /// <inheritdoc/>
    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken = default) => Read(() => inner.GetTimeAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<CreateJobResult> CreateAsync(NewJob newJob, CancellationToken cancellationToken = default) => Write("Create", () => inner.CreateAsync(newJob, cancellationToken));

    /// <inheritdoc/>
    public Task<StoredJob?> FindAsync(string jobId, CancellationToken cancellationToken = default) => Read(() => inner.FindAsync(jobId, cancellationToken));

    /// <inheritdoc/>
    public Task<StoredJob?> FindByKeyAsync(string? tenant, string idempotencyKey, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindByKeyAsync(tenant, idempotencyKey, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredJob>> ListAsync(JobQuery query, CancellationToken cancellationToken = default) => Read(() => inner.ListAsync(query, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<VideoState, long>> CountAsync(CancellationToken cancellationToken = default) => Read(() => inner.CountAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<TakeResult> TakeAsync(string jobId, string ownerId, bool reopenFailed = false, CancellationToken cancellationToken = default) =>
        Write("Take", () => inner.TakeAsync(jobId, ownerId, reopenFailed, cancellationToken));

    /// <inheritdoc/>
    public Task<SaveResult> SaveAsync(VideoJob job, JobStamp stamp, bool keepOwner = true, CancellationToken cancellationToken = default) =>
        Write("Save", () => inner.SaveAsync(job, stamp, keepOwner, cancellationToken));

    /// <inheritdoc/>
    public Task<IntentResult> SaveIntentAsync(VideoJob job, JobStamp stamp, SubmissionIntent intent, CancellationToken cancellationToken = default) =>
        Write("SaveIntent", () => inner.SaveIntentAsync(job, stamp, intent, cancellationToken));

    /// <inheritdoc/>
    public Task<SubmissionIntent?> FindIntentAsync(string jobId, int attempt, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindIntentAsync(jobId, attempt, cancellationToken));

    /// <inheritdoc/>
    public Task<SubmissionIntent?> FindIntentAsync(string clientReference, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindIntentAsync(clientReference, cancellationToken));

    /// <inheritdoc/>
    public Task<RecordedOutcome> RecordOutcomeAsync(SubmissionRecord record, CancellationToken cancellationToken = default) =>
        Write("RecordOutcome", () => inner.RecordOutcomeAsync(record, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> GetOutcomesAsync(string jobId, int attempt, CancellationToken cancellationToken = default) =>
        Read(() => inner.GetOutcomesAsync(jobId, attempt, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> IsRemoteIdTakenAsync(string provider, string account, string remoteId, string exceptJobId, CancellationToken cancellationToken = default) =>
        Read(() => inner.IsRemoteIdTakenAsync(provider, account, remoteId, exceptJobId, cancellationToken));

    /// <inheritdoc/>
    public Task<SubmissionIntent?> FindIntentByRemoteIdAsync(string provider, string account, string remoteId, CancellationToken cancellationToken = default) =>
        Read(() => inner.FindIntentByRemoteIdAsync(provider, account, remoteId, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> AddCallbackAsync(CallbackNote note, CancellationToken cancellationToken = default) =>
        Write("AddCallback", () => inner.AddCallbackAsync(note, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> IsCallbackKnownAsync(string provider, string account, string eventId, CancellationToken cancellationToken = default) =>
        Read(() => inner.IsCallbackKnownAsync(provider, account, eventId, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> SignalAsync(string jobId, JobSignalKind kind, CancellationToken cancellationToken = default) =>
        Write("Signal", () => inner.SignalAsync(jobId, kind, cancellationToken));

    /// <inheritdoc/>
    public Task<JobSignals> GetSignalsAsync(string jobId, CancellationToken cancellationToken = default) => Read(() => inner.GetSignalsAsync(jobId, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, JobSignals>> GetSignalsAsync(IReadOnlyCollection<string> jobIds, CancellationToken cancellationToken = default) =>
        Read(() => inner.GetSignalsAsync(jobIds, cancellationToken));

    /// <inheritdoc/>
    public Task RegisterOwnerAsync(OwnerRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        process.Registered(registration.OwnerId);
        return Write("RegisterOwner", () => Done(inner.RegisterOwnerAsync(registration, cancellationToken)));
    }

    /// <inheritdoc/>
    public Task<bool> RenewOwnerAsync(string ownerId, CancellationToken cancellationToken = default) => Read(() => inner.RenewOwnerAsync(ownerId, cancellationToken));

    /// <inheritdoc/>
    public Task RetireOwnerAsync(string ownerId, CancellationToken cancellationToken = default) => Write("RetireOwner", () => Done(inner.RetireOwnerAsync(ownerId, cancellationToken)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredJob>> ClaimAsync(JobClaim claim, CancellationToken cancellationToken = default) => Write("Claim", () => inner.ClaimAsync(claim, cancellationToken));

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(string ownerId, CancellationToken cancellationToken = default) => Read(() => inner.NextDueAsync(ownerId, cancellationToken));

    /// <inheritdoc/>
    public Task PauseAsync(string? provider, CancellationToken cancellationToken = default) => Write("Pause", () => Done(inner.PauseAsync(provider, cancellationToken)));

    /// <inheritdoc/>
    public Task ResumeAsync(string? provider, CancellationToken cancellationToken = default) => Write("Resume", () => Done(inner.ResumeAsync(provider, cancellationToken)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueuePause>> GetPausesAsync(CancellationToken cancellationToken = default) => Read(() => inner.GetPausesAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<long> WaitForChangeAsync(long after, CancellationToken cancellationToken = default) => Read(() => inner.WaitForChangeAsync(after, cancellationToken));

    internal static Exception Fault(bool isWritten) => isWritten
        ? new StoreException("simulated: the answer of the commit was lost") { IsCommitUnknown = true, IsTransient = true }
        : new StoreException("simulated: the store is locked") { IsTransient = true };

    private static async Task<bool> Done(Task write)
    {
        await write.ConfigureAwait(false);
        return true;
    }

    private Task<T> Write<T>(string name, Func<Task<T>> write) => process.WriteAsync($"jobs.{name}", write, Fault);

    private Task<T> Read<T>(Func<Task<T>> read)
    {
        process.MustLive();
        return read();
    }
}
