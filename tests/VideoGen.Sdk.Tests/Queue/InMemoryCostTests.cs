using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Tests.Queue;

/// <summary>What jobs in memory cost, in bytes that the runtime counted exactly.</summary>
public sealed class InMemoryCostTests
{
    private const int Many = 20_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_waiting_job_takes_less_than_a_kilobyte_beside_its_request()
    {
        var store = await StoreAsync();
        var requests = Requests();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var request in requests)
        {
            await store.CreateAsync(Waiting(request), Stop);
        }

        // All that was allocated on the way, garbage too: what is kept is less.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Many, 1, 1_024);
        Assert.Equal(Many, (await store.CountAsync(Stop))[VideoState.Waiting]);
    }

    [Fact]
    public async Task A_claim_allocates_for_what_it_takes_and_not_for_what_waits()
    {
        var store = await StoreAsync();
        foreach (var request in Requests())
        {
            await store.CreateAsync(new NewJob { Job = Some.Job() with { Request = request }, Fingerprint = "v1:one" }, Stop);
        }

        var claim = new JobClaim { OwnerId = "a", Max = 16 };
        await store.ClaimAsync(claim, Stop);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var claimed = await store.ClaimAsync(claim, Stop);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 6_000);
        Assert.Equal(16, claimed.Count);
    }

    private static async Task<InMemoryJobStore> StoreAsync()
    {
        var store = new InMemoryJobStore(TimeProvider.System);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromDays(1) }, Stop);
        return store;
    }

    private static VideoRequest[] Requests() => [.. Enumerable.Range(0, Many).Select(i => new VideoRequest { Prompt = $"lighthouse {i}" })];

    private static NewJob Waiting(VideoRequest request) => new()
    {
        Job = new VideoJob { Id = Some.Id(), Request = request, State = VideoState.Waiting, Stage = "Wait", CreatedAt = JobStoreHarness.Start, DueAt = DateTimeOffset.MaxValue },
        Fingerprint = "v1:one",
    };
}
