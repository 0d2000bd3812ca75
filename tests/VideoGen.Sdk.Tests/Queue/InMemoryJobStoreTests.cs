using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Tests.Queue;

public sealed class InMemoryJobStoreTests : JobStoreContract
{
    protected override IJobStore CreateStore(TimeProvider clock) => new InMemoryJobStore(clock);

    protected override int Sequences => 5_000;

    [Fact]
    public void Memory_does_not_call_itself_durable() => Assert.False(Store.IsDurable);

    [Fact]
    public Task Any_claim_takes_what_the_plain_order_of_all_jobs_says() => ClaimOrderRun.CheckAsync(CreateStore, sequences: 1_000, Stop);
}
