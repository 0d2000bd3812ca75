using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.QueueProofTests.Programs;

/// <summary>The store of one run, as the sample is told of it and as the library opens it.</summary>
/// <param name="Argument">What <c>--store</c> says.</param>
/// <param name="Use">Chooses it in the library.</param>
/// <param name="IsFree">Whether nobody holds the whole store locked now.</param>
internal sealed record ProofStore(string Argument, Action<IVideoGenerationBuilder> Use, Func<bool> IsFree)
{
    public static ProofStore Sqlite(string path) => new($"sqlite:{path}", builder => builder.UseSqlite(path), () => IsFileFree(path));

    // The server ends by itself what a frozen process holds.
    public static ProofStore PostgreSql(ServerProcess server) => new($"postgres:{server.ConnectionString}", builder => builder.UsePostgreSql(server.ConnectionString), () => true);

    private static bool IsFileFree(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 2 }.ToString());
        connection.Open();
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            return true;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == 5)
        {
            return false;
        }
    }
}
