using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>What the job store of <c>UsePostgreSql()</c> can do beyond <see cref="IJobStore"/>. Every member throws <see cref="StoreException"/> when the server cannot be used, and pays nothing.</summary>
public static class PostgreSqlJobStoreExtensions
{
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
