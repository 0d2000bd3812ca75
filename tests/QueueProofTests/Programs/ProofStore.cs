using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.QueueProofTests.Programs;

/// <summary>The store of one run, as the sample is told of it and as the library opens it.</summary>
internal sealed record ProofStore(string Argument, Action<IVideoGenerationBuilder> Use)
{
    public static ProofStore Sqlite(string path) => new($"sqlite:{path}", builder => builder.UseSqlite(path));

    public static ProofStore PostgreSql(ServerProcess server) => new($"postgres:{server.ConnectionString}", builder => builder.UsePostgreSql(server.ConnectionString));
}
