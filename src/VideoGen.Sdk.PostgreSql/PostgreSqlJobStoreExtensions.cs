using Npgsql;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>What the job store of <c>UsePostgreSql()</c> can do beyond <see cref="IJobStore"/>. Every member throws <see cref="StoreException"/> when the server cannot be used, and pays nothing.</summary>
public static class PostgreSqlJobStoreExtensions
{
    /// <summary>Makes a job in the caller's own open transaction, unless tenant and key are known: it is there when that commits, and never was when it rolls back. Workers hear of it at the commit.</summary>
    /// <remarks>
    /// The transaction must be of the database that <c>UsePostgreSql()</c> was given, by any user with rights on its schema. A fault undoes the job alone and leaves the transaction usable. While the transaction is
    /// open, another that gives the same key waits. Where the connection is set to <c>synchronous_commit = off</c>, this transaction is made durable all the same.
    /// Not safe for use together with other calls on the same connection.
    /// </remarks>
    /// <param name="store">The store of <c>UsePostgreSql()</c>.</param>
    /// <param name="newJob">The job, without owner.</param>
    /// <param name="transaction">The caller's transaction; the caller commits it.</param>
    /// <param name="cancellationToken">Ends the wait for the first opening of the store.</param>
    /// <exception cref="ArgumentException">The job has an owner: nobody can work on what is not committed.</exception>
    /// <exception cref="InvalidOperationException">The store is another one, the transaction is not open or of another database, or the job's id is known.</exception>
    public static Task<CreateJobResult> CreateAsync(this IJobStore store, NewJob newJob, NpgsqlTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newJob);
        ArgumentNullException.ThrowIfNull(transaction);
        return newJob.OwnerId is null
            ? Ours(store).JoinAsync(newJob, transaction, cancellationToken)
            : throw new ArgumentException("A job made in a caller's transaction has no owner yet; leave OwnerId null.", nameof(newJob));
    }

    /// <summary>What is different about the server since a person last confirmed it, in words: another system identifier (another server, or a restored backup) or another timeline (a failover). Null while nothing is.</summary>
    /// <remarks>Until it is confirmed no intent to submit is saved, and jobs not begun are held back as by a pause of all; what has money out goes on to its end.</remarks>
    /// <param name="store">The store of <c>UsePostgreSql()</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the server.</param>
    /// <exception cref="InvalidOperationException">The store is another one.</exception>
    public static Task<string?> FindServerChangeAsync(this IJobStore store, CancellationToken cancellationToken = default) => Ours(store).FindServerChangeAsync(cancellationToken);

    /// <summary>A person says that submits may go on with the server as it is now, after comparing the ledger with what the vendors list: what an asynchronous standby or a backup lacked is not known here any more,
    /// and might be paid a second time. False when nothing had changed.</summary>
    /// <param name="store">The store of <c>UsePostgreSql()</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the server.</param>
    /// <exception cref="InvalidOperationException">The store is another one.</exception>
    public static Task<bool> ConfirmServerAsync(this IJobStore store, CancellationToken cancellationToken = default) => Ours(store).ConfirmServerAsync(cancellationToken);

    private static PostgreSqlJobStore Ours(IJobStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store as PostgreSqlJobStore ?? throw new InvalidOperationException($"This needs the job store of UsePostgreSql(); registered is {store.GetType().Name}.");
    }
}
