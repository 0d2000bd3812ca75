namespace VideoGen.Sdk.Queue;

public partial interface IJobStore
{
    /// <summary>Takes jobs that may run now, in <see cref="ClaimOrder"/>.</summary>
    /// <remarks>
    /// A job may run now when <see cref="ClaimOrder.IsOpen"/>; nobody owns it, or its owner retired, is dead, unknown, or has a lease that ran out; and it has no <see cref="VideoJob.DueAt"/>, or that has
    /// come, or a signal was left since its last save.
    /// MUST take each job in the same commit that finds it free, so that of many callers at once one has it.
    /// MUST first declare dead every other owner with jobs whose lease has run out; MUST set <see cref="JobStamp.Adoptions"/> as <see cref="TakeAsync"/> does, and never declare the caller itself dead.
    /// MUST skip jobs whose <see cref="ClaimOrder.ProviderOf"/> or stage the claim does not name, jobs held back by a pause (<see cref="ClaimOrder.IsPaused"/>), and jobs of a newer release.
    /// MUST NOT fail over a payload that cannot be read: that job is parked with the reason, or needs attention and is found again an hour later when money is out, and the others are taken; one that only lacks its protector here is skipped.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The caller is not registered or no longer alive; nothing was taken.</exception>
    Task<IReadOnlyList<StoredJob>> ClaimAsync(JobClaim claim, CancellationToken cancellationToken = default);

    /// <summary>The next moment at which <see cref="ClaimAsync"/> may find more without anybody doing anything: a waiting job that nobody owns becomes due, or the lease of another owner with jobs ends. Null when there is none.</summary>
    /// <remarks>MUST NOT be later than the first such moment; may be earlier, and may lie in the past.</remarks>
    /// <param name="ownerId">The caller, whose own lease does not count.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    Task<DateTimeOffset?> NextDueAsync(string ownerId, CancellationToken cancellationToken = default);

    /// <summary>Holds back what is not begun; repeating it changes nothing. MUST NOT hold back a job on which money is out.</summary>
    /// <param name="provider">The provider's name; null for every job.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    Task PauseAsync(string? provider, CancellationToken cancellationToken = default);

    /// <summary>Ends a pause; without one nothing happens. Ending the pause of all leaves those of single providers.</summary>
    /// <param name="provider">The provider's name; null ends the pause of all.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    Task ResumeAsync(string? provider, CancellationToken cancellationToken = default);

    /// <summary>The pauses, that of all first, then by provider.</summary>
    Task<IReadOnlyList<QueuePause>> GetPausesAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until something may have changed for <see cref="ClaimAsync"/>, and returns the mark to wait from next time. From 0 it returns at once.</summary>
    /// <remarks>
    /// MUST return, soon, after every job made without owner, save that gives up its owner, retired owner, signal and ended pause since the mark was given, in this process at once and from any other within a second.
    /// MAY return without cause. Whoever fetches a mark, then claims, then waits from that mark misses nothing. A mark means nothing to another store object.
    /// </remarks>
    Task<long> WaitForChangeAsync(long after, CancellationToken cancellationToken = default);
}
