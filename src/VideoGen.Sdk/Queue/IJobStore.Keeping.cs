using System.Data.Common;

namespace VideoGen.Sdk.Queue;

public partial interface IJobStore
{
    /// <summary>Makes many jobs without owner, in this order and in as few commits as the store can. The answers are those of <see cref="CreateAsync(NewJob, CancellationToken)"/>, in the same order.</summary>
    /// <remarks>
    /// MUST stop after the first <see cref="CreateJobResult.Conflict"/>, which is then the last answer: what comes after it is not made. MUST find a key that an earlier one of the same call took.
    /// MUST have made a first part of the call and nothing else when it throws: with keys the call may simply be repeated.
    /// </remarks>
    /// <exception cref="InvalidOperationException">An id is known.</exception>
    async Task<IReadOnlyList<CreateJobResult>> CreateManyAsync(IReadOnlyList<NewJob> newJobs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newJobs);
        var results = new List<CreateJobResult>(newJobs.Count);
        foreach (var newJob in newJobs)
        {
            results.Add(await CreateAsync(newJob, cancellationToken).ConfigureAwait(false));
            if (results[^1] is CreateJobResult.Conflict)
            {
                break;
            }
        }

        return results;
    }

    /// <summary>Whether <see cref="CreateAsync(NewJob, DbTransaction, CancellationToken)"/> can make jobs within this transaction. Default: none.</summary>
    bool CanJoin(DbTransaction transaction) => false;

    /// <summary>Makes a job within the caller's own open transaction, unless tenant and key are known: it is there when that commits, and never was when it rolls back. Workers hear of it at the commit.</summary>
    /// <remarks>
    /// With <c>UsePostgreSql()</c> the transaction must be of the database that it was given, by any user with rights on its schema; while it is open, another that gives the same key waits; and where its
    /// connection is set to <c>synchronous_commit = off</c> it is made durable all the same. Not safe for use together with other calls on the same connection.
    /// Implementers MUST tell whoever waits for work when the transaction commits, and MUST leave the transaction usable, and as it was, when they throw.
    /// </remarks>
    /// <param name="newJob">The job, without owner: nobody can work on what is not committed.</param>
    /// <param name="transaction">The caller's transaction; the caller commits it.</param>
    /// <param name="cancellationToken">Ends the wait for the first opening of the store.</param>
    /// <exception cref="NotSupportedException">The store cannot join it (<see cref="CanJoin"/>); nothing was made.</exception>
    /// <exception cref="ArgumentException">The job has an owner.</exception>
    /// <exception cref="InvalidOperationException">The transaction is not open or of another database, or the job's id is known.</exception>
    Task<CreateJobResult> CreateAsync(NewJob newJob, DbTransaction transaction, CancellationToken cancellationToken = default) =>
        Task.FromException<CreateJobResult>(new NotSupportedException("This job store joins no transaction of a caller; UsePostgreSql() does."));

    /// <summary>Whether a job other than these was given the stored input of this id (<see cref="JobAssets.InputsOf"/>) and is not forgotten.</summary>
    Task<bool> IsInputUsedAsync(string assetId, IReadOnlyCollection<string> exceptJobIds, CancellationToken cancellationToken = default);

    /// <summary>Erases jobs: request, results, plans, reasons, keys, signals, noted events, the bytes of intents, and the words of outcomes. Says which of them it erased.</summary>
    /// <remarks>
    /// MUST erase only what has ended or is parked, and belongs to nobody or to <paramref name="ownerId"/>, in the commit that finds it so; everything else stays as it is.
    /// MUST free the key at once; MUST answer for an erased id as for one that never was, in listings and counts too, but never give it to another job: the ledger knows it.
    /// MUST keep who submitted what where: of an intent its client reference, provider, account, model and route, of an outcome its verdict and remote id, so that no other job adopts what was paid for this one.
    /// MUST leave no erased byte in what the store itself writes: neither in freed pages nor in logs, as far as they are its own. Repeating the call finishes what a fault left.
    /// The ledger is not touched.
    /// </remarks>
    /// <param name="jobIds">The jobs.</param>
    /// <param name="ownerId">Who asks, where it has taken them; null for nobody.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    Task<IReadOnlyList<string>> ForgetAsync(IReadOnlyCollection<string> jobIds, string? ownerId = null, CancellationToken cancellationToken = default);

    /// <summary>Notes how long a vendor took from acceptance to success. One small write.</summary>
    /// <remarks>MUST keep the last <see cref="RunKind.Kept"/> of each kind and no more.</remarks>
    Task AddRunTimeAsync(RunKind kind, TimeSpan took, CancellationToken cancellationToken = default);

    /// <summary>The run times kept of a kind, the oldest first; empty when none were noted.</summary>
    Task<IReadOnlyList<TimeSpan>> GetRunTimesAsync(RunKind kind, CancellationToken cancellationToken = default);
}
