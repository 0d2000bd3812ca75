using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace VideoGen.Sdk.Queue;

/// <summary>The door for videos that a worker makes: jobs are written here and run by any process with <c>AddVideoWorker()</c>. Nothing here is paid; the worker pays as <see cref="IVideoGenerator"/> does, under the same budgets.
/// Every member throws <see cref="StoreException"/> when the store cannot be used. Safe for use by many threads at once.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue of videos to be made, no collection type.")]
public interface IVideoQueue
{
    /// <summary>Leaves a video to a worker. A known idempotency key returns its job and changes nothing.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="options">Priority and start; null for the defaults.</param>
    /// <param name="cancellationToken">Stops waiting; the job may have been made.</param>
    /// <exception cref="InvalidVideoRequestException">The request cannot be done by anybody.</exception>
    /// <exception cref="VideoGenerationException">New videos are switched off, or the key belongs to another request (<c>IdempotencyConflictException</c>, with both fingerprints).</exception>
    Task<EnqueuedVideo> EnqueueAsync(VideoRequest request, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Leaves a video to a worker within the caller's own open transaction: it is in the queue when that commits, and never was when it rolls back; workers hear of it at the commit.</summary>
    /// <remarks>
    /// Only a store in the caller's own database can do so: <c>UsePostgreSql()</c> joins an <c>NpgsqlTransaction</c>. Files and streams of the request are stored before the commit; after a rollback they stay in the
    /// asset store under their hash, belong to no job, and serve the next request with the same bytes.
    /// </remarks>
    /// <param name="request">The wish.</param>
    /// <param name="transaction">The caller's transaction; the caller commits it.</param>
    /// <param name="options">Priority and start; null for the defaults.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidVideoRequestException">The request cannot be done by anybody.</exception>
    /// <exception cref="NotSupportedException">The job store joins no such transaction; nothing was made or stored.</exception>
    /// <exception cref="InvalidOperationException">The transaction is not open, or of another database.</exception>
    /// <exception cref="VideoGenerationException">New videos are switched off, or the key belongs to another request (<c>IdempotencyConflictException</c>, with both fingerprints). The transaction stays usable.</exception>
    Task<EnqueuedVideo> EnqueueAsync(VideoRequest request, DbTransaction transaction, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Leaves many videos to workers, in this order and in few commits. Not one step: those before a refused one stay, and nothing after it is made; with idempotency keys the call may simply be repeated.</summary>
    /// <param name="requests">The wishes.</param>
    /// <param name="options">Priority and start of all of them; null for the defaults.</param>
    /// <param name="cancellationToken">Stops between two of them; those before stay.</param>
    Task<IReadOnlyList<EnqueuedVideo>> EnqueueAsync(IReadOnlyCollection<VideoRequest> requests, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The job as it was last saved; null when there is none.</summary>
    Task<VideoJob?> GetAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Jobs, newest first.</summary>
    Task<IReadOnlyList<VideoJob>> ListAsync(JobQuery query, CancellationToken cancellationToken = default);

    /// <summary>How many jobs are in each state; every state is there.</summary>
    Task<IReadOnlyDictionary<VideoState, long>> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Cancels a job as far as that is possible, and says how far.</summary>
    Task<CancelOutcome> CancelAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Follows a job, wherever it runs: where it is now, then every change that was saved, looked for once a second. Ends when the job has ended, needs attention or is parked.</summary>
    /// <exception cref="VideoGenerationException">There is no such job.</exception>
    IAsyncEnumerable<VideoProgress> WatchAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Begins nothing new until <see cref="EndPauseAsync"/>, in any process and through either door. What has money out goes on to its end.</summary>
    /// <param name="provider">A provider's name; null pauses all.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    Task PauseAsync(string? provider = null, CancellationToken cancellationToken = default);

    /// <summary>Ends a pause; without one nothing happens. Ending the pause of all leaves those of single providers.</summary>
    /// <param name="provider">A provider's name; null ends the pause of all.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    Task EndPauseAsync(string? provider = null, CancellationToken cancellationToken = default);

    /// <summary>The pauses now.</summary>
    Task<IReadOnlyList<QueuePause>> GetPausesAsync(CancellationToken cancellationToken = default);

    /// <summary>Puts a parked job back into the queue, with fresh attempts; makes one that needs attention be looked at again now, which pays nothing. False: it is in neither state, or somebody has it.</summary>
    Task<bool> RequeueAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Takes a person's word about a submit whose answer was lost, after a look into the vendor's console. Costs nothing itself; after <see cref="SubmitFinding.Rejected"/> the job's next attempt is paid anew.</summary>
    /// <param name="jobId">The job, usually one that needs attention; its reason names what to look for.</param>
    /// <param name="finding">What the console showed.</param>
    /// <param name="cancellationToken">Stops waiting for the store; the word may have been written.</param>
    Task<ResolveOutcome> ResolveAsync(string jobId, SubmitFinding finding, CancellationToken cancellationToken = default);

    /// <summary>Erases a job for good: its request with the prompt, its inputs unless another job was given the same bytes, results and files, the bytes that were sent, and what was noted of vendors' events; its
    /// idempotency key is free. The ledger keeps what it cost. What a vendor keeps of it is the vendor's to erase, and backups and logs of a database server are their operator's. A request that is being enqueued meanwhile with
    /// the very same input, or stands in a transaction that is not committed yet, is not seen: its input may go too, and its job then fails before it pays; enqueue it again.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Stops; the call may be repeated and then finishes what was begun.</param>
    /// <exception cref="VideoGenerationException">A file cannot be deleted, or the record not be erased; the call may be repeated.</exception>
    Task<ForgetOutcome> ForgetAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Erases every job of a tenant, as <see cref="ForgetAsync"/> does; says which stay, and why.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Stops between two groups of jobs; the call may be repeated.</param>
    Task<ForgottenTenant> ForgetTenantAsync(string tenant, CancellationToken cancellationToken = default);

    /// <summary>For an app without worker: runs the jobs that wait and that nobody runs, until none is left that may run now. Pays as <see cref="IVideoGenerator"/> does.</summary>
    /// <param name="cancellationToken">Stops; jobs under way stay resumable.</param>
    /// <returns>How many runs it made.</returns>
    Task<int> ResumeAsync(CancellationToken cancellationToken = default);
}
