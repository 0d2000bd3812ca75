using System.Data.Common;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Testing.Chaos;

public sealed partial class ChaosJobStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<CreateJobResult>> CreateManyAsync(IReadOnlyList<NewJob> newJobs, CancellationToken cancellationToken = default) =>
        Write("CreateMany", () => inner.CreateManyAsync(newJobs, cancellationToken));

    /// <inheritdoc/>
    public bool CanJoin(DbTransaction transaction) => inner.CanJoin(transaction);

    /// <inheritdoc/>
    public Task<CreateJobResult> CreateAsync(NewJob newJob, DbTransaction transaction, CancellationToken cancellationToken = default) =>
        Write("Join", () => inner.CreateAsync(newJob, transaction, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> IsInputUsedAsync(string assetId, IReadOnlyCollection<string> exceptJobIds, CancellationToken cancellationToken = default) =>
        Read(() => inner.IsInputUsedAsync(assetId, exceptJobIds, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ForgetAsync(IReadOnlyCollection<string> jobIds, string? ownerId = null, CancellationToken cancellationToken = default) =>
        Write("Forget", () => inner.ForgetAsync(jobIds, ownerId, cancellationToken));

    // Not among the writes: as with renewals, the clock decides their number.
    /// <inheritdoc/>
    public Task AddRunTimeAsync(RunKind kind, TimeSpan took, CancellationToken cancellationToken = default) => Read(() => Done(inner.AddRunTimeAsync(kind, took, cancellationToken)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<TimeSpan>> GetRunTimesAsync(RunKind kind, CancellationToken cancellationToken = default) => Read(() => inner.GetRunTimesAsync(kind, cancellationToken));
}
