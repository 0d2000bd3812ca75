using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

/// <summary>Every rule once more with a protector: encryption must change nothing.</summary>
public sealed class ProtectedSqliteJobStoreTests : SqliteJobStoreTests
{
    protected override IPayloadProtector Protector { get; } = new AesProtector();

    protected override int Sequences => 20;
}
