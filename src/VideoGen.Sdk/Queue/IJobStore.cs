namespace VideoGen.Sdk.Queue;

/// <summary>Keeps jobs, owners, intents and outcomes.</summary>
/// <remarks>
/// Implementers MUST make every write durable before the call returns; a process may die at any line of it.
/// MUST take time from the store's clock alone.
/// MUST check owner, epoch and version, and that the owner is not dead, in the same statement that saves.
/// MUST throw <see cref="StoreException"/> when the store cannot be read or written, and after an unknown commit read back what happened rather than assume it.
/// MUST leave a job alone that a newer release wrote (<see cref="JobPayload.Version"/>): taking it answers <see cref="TakeResult.NewerRelease"/>, finding it throws <see cref="StoreException"/>,
/// listings leave it out, counts include it. MUST ignore members of a payload that it does not know.
/// MUST be safe for use by many threads at once.
/// </remarks>
public partial interface IJobStore
{
    /// <summary>Whether jobs outlive the process.</summary>
    bool IsDurable { get; }

    /// <summary>Whether processes on several machines may work on its jobs; they then need an asset store that all of them see. Default false.</summary>
    bool IsShared => false;

    /// <summary>The store's clock.</summary>
    Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a job, unless tenant and key are known. Without a key every call makes one.</summary>
    /// <exception cref="InvalidOperationException">The id is known, or <see cref="NewJob.OwnerId"/> is not registered or no longer alive; nothing was made.</exception>
    Task<CreateJobResult> CreateAsync(NewJob newJob, CancellationToken cancellationToken = default);

    /// <summary>The job of this id; null when there is none.</summary>
    Task<StoredJob?> FindAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>The job of this tenant and key; null when there is none.</summary>
    Task<StoredJob?> FindByKeyAsync(string? tenant, string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>Jobs, newest first. MUST NOT fail over a payload that cannot be read: such a job is listed by what is known of it (<see cref="JobPayload.Describe"/>).</summary>
    Task<IReadOnlyList<StoredJob>> ListAsync(JobQuery query, CancellationToken cancellationToken = default);

    /// <summary>How many jobs are in each state; states without jobs may be missing.</summary>
    Task<IReadOnlyDictionary<VideoState, long>> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes one job for an owner: when nobody has it, or its owner retired, is dead, or its lease has run out. A lapsed owner is declared dead in the same commit.
    /// <see cref="JobStamp.Adoptions"/> rises only when the former owner died with the job Running and nothing was saved since it took the job; else it becomes 0.
    /// A job that the caller has already is <see cref="TakeResult.Owned"/> by the caller, also when its own lease has run out: nobody declares itself dead.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="ownerId">Who takes it.</param>
    /// <param name="reopenFailed">Whether a failed job is taken too, as it is, to be given new attempts; every other end stays an end.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <exception cref="InvalidOperationException">The caller is not registered or no longer alive; nothing was taken.</exception>
    Task<TakeResult> TakeAsync(string jobId, string ownerId, bool reopenFailed = false, CancellationToken cancellationToken = default);

    /// <summary>Saves a job behind the fence; a stamp without owner never passes. <see cref="JobStamp.Adoptions"/> becomes 0. An ended job, and any other with <paramref name="keepOwner"/> false, loses its owner in the same commit.</summary>
    Task<SaveResult> SaveAsync(VideoJob job, JobStamp stamp, bool keepOwner = true, CancellationToken cancellationToken = default);

    /// <summary>Saves job and intent in one commit behind the fence. </summary>
    /// <exception cref="InvalidOperationException">The fence was passed, but the attempt has an intent already or the client reference belongs to another attempt; nothing was saved.</exception>
    Task<IntentResult> SaveIntentAsync(VideoJob job, JobStamp stamp, SubmissionIntent intent, CancellationToken cancellationToken = default);

    /// <summary>The intent of an attempt; null when none was saved.</summary>
    Task<SubmissionIntent?> FindIntentAsync(string jobId, int attempt, CancellationToken cancellationToken = default);

    /// <summary>The intent that carries this client reference; null when none does.</summary>
    Task<SubmissionIntent?> FindIntentAsync(string clientReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a statement about an outcome; never fenced. The first decided one counts; repeating the same one changes nothing. Kept also when job or intent are missing: money may be out.</summary>
    /// <exception cref="ArgumentException">An acceptance without remote id.</exception>
    Task<RecordedOutcome> RecordOutcomeAsync(SubmissionRecord record, CancellationToken cancellationToken = default);

    /// <summary>All statements about an attempt, the oldest first.</summary>
    Task<IReadOnlyList<SubmissionRecord>> GetOutcomesAsync(string jobId, int attempt, CancellationToken cancellationToken = default);

    /// <summary>Whether a job other than this one already has this remote id of this provider account: one remote id belongs to one attempt.</summary>
    Task<bool> IsRemoteIdTakenAsync(string provider, string account, string remoteId, string exceptJobId, CancellationToken cancellationToken = default);

    /// <summary>The intent of the attempt that has this remote id at this provider account, whatever else was said about the attempt; the first to have it when several do. Null when none has.</summary>
    Task<SubmissionIntent?> FindIntentByRemoteIdAsync(string provider, string account, string remoteId, CancellationToken cancellationToken = default);

    /// <summary>Notes that an event was dealt with; never fenced. False when it was noted before, and then nothing changes. Of many at once, one is told true. Kept as long as the job.</summary>
    Task<bool> AddCallbackAsync(CallbackNote note, CancellationToken cancellationToken = default);

    /// <summary>Whether the event was noted as dealt with.</summary>
    Task<bool> IsCallbackKnownAsync(string provider, string account, string eventId, CancellationToken cancellationToken = default);

    /// <summary>Leaves a signal for whoever runs the job. Says whether there is such a job.</summary>
    Task<bool> SignalAsync(string jobId, JobSignalKind kind, CancellationToken cancellationToken = default);

    /// <summary>The signals left for a job.</summary>
    Task<JobSignals> GetSignalsAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>The signals left for many jobs, by job; of a job that is missing none were left. Asks for one job after the other unless a store overrides it: ten thousand jobs that wait ask at the same moments.</summary>
    async Task<IReadOnlyDictionary<string, JobSignals>> GetSignalsAsync(IReadOnlyCollection<string> jobIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobIds);
        var found = new Dictionary<string, JobSignals>(jobIds.Count, StringComparer.Ordinal);
        foreach (var jobId in jobIds)
        {
            found[jobId] = await GetSignalsAsync(jobId, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>Registers an owner, alive, its lease beginning now. Registering a living one again renews it.</summary>
    /// <exception cref="InvalidOperationException">The id belonged to an owner that died or retired.</exception>
    Task RegisterOwnerAsync(OwnerRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>Renews a lease, also one that has run out while nobody took notice. False: the owner was declared dead, retired or never registered, and MUST drop all its jobs.</summary>
    Task<bool> RenewOwnerAsync(string ownerId, CancellationToken cancellationToken = default);

    /// <summary>Ends an owner in good order; its jobs are free at once and no adoption is counted.</summary>
    Task RetireOwnerAsync(string ownerId, CancellationToken cancellationToken = default);
}
