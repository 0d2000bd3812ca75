using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

public class PostgreSqlJobStoreTests(SharedServer server) : DurableJobStoreContract, IAsyncDisposable
{
    private readonly Schemas schemas = new(server.Get());
    private int made;

    protected virtual IPayloadProtector? Protector => null;

    protected override int Sequences => 40;

    // The first is the harness's own store; models ask for more of them.
    protected override IJobStore CreateStore(TimeProvider clock) => new PostgreSqlJobStore(schemas.Open(clock, made++ == 0 ? null : Schemas.NewName()), Protector, isAlwaysInOrder: true);

    protected override IJobStore Reopen() => new PostgreSqlJobStore(schemas.Open(Clock), Protector, isAlwaysInOrder: true);

    protected override Task WritePayload(string jobId, int payloadVersion, ReadOnlyMemory<byte> payload) => schemas.RunAsync(
        "UPDATE jobs SET payload = @payload, payload_version = @version, payload_protected = false WHERE id = @id",
        ("payload", payload.ToArray()), ("version", payloadVersion), ("id", jobId));

    [Fact]
    public void The_store_says_that_machines_share_it() => Assert.True(Store.IsShared);

    public async ValueTask DisposeAsync()
    {
        await schemas.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
