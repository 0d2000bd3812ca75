using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

public class SqliteJobStoreTests : DurableJobStoreContract, IDisposable
{
    private readonly TempFolder folder = new();
    private int made;

    protected virtual IPayloadProtector? Protector => null;

    protected override int Sequences => 60;

    protected override IJobStore CreateStore(TimeProvider clock) => new SqliteJobStore(folder.Open(clock, $"{made++}.db"), Protector);

    protected override IJobStore Reopen() => new SqliteJobStore(folder.Open(Clock, "0.db"), Protector);

    protected override Task WritePayload(string jobId, int payloadVersion, ReadOnlyMemory<byte> payload)
    {
        using var connection = folder.Raw("0.db");
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE jobs SET payload = $payload, payload_version = $version, payload_protected = 0 WHERE id = $id";
        command.Parameters.AddWithValue("$payload", payload.ToArray());
        command.Parameters.AddWithValue("$version", payloadVersion);
        command.Parameters.AddWithValue("$id", jobId);
        return command.ExecuteNonQueryAsync(Stop);
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task Any_claim_takes_what_the_plain_order_of_all_jobs_says() => ClaimOrderRun.CheckAsync(CreateStore, sequences: 40, Stop);
}
