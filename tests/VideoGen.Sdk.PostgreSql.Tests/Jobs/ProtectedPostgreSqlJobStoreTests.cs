using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

/// <summary>Every rule once more with a protector: encryption must change nothing.</summary>
public sealed class ProtectedPostgreSqlJobStoreTests(Server.SharedServer server) : PostgreSqlJobStoreTests(server)
{
    protected override IPayloadProtector Protector { get; } = new AesProtector();

    protected override int Sequences => 20;
}
