using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>What every rule about job stores needs: a fresh store on a clock that only the test moves, and short words for the usual steps.</summary>
public abstract class JobStoreHarness
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly Lazy<IJobStore> store;

    // Lazy and not made here: the implementation's own fields are not set yet. Made once, also by fifty callers at once.
    protected JobStoreHarness() => store = new Lazy<IJobStore>(() => CreateStore(Clock));

    protected FakeTimeProvider Clock { get; } = new(Start);

    protected IJobStore Store => store.Value;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A fresh, empty store that takes its time from this clock. Called several times in some tests.</summary>
    protected abstract IJobStore CreateStore(TimeProvider clock);

    protected async Task<string> Owner(string id)
    {
        await Store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = id, Kind = "worker", Machine = "test", Lease = Lease }, Stop);
        return id;
    }

    protected async Task<StoredJob> Created(VideoJob job, string? owner = null) =>
        Assert.IsType<CreateJobResult.Created>(await Store.CreateAsync(Some.New(job, owner), Stop)).Stored;

    /// <summary>A job in the hands of a registered owner.</summary>
    protected async Task<StoredJob> Owned(string owner = "a", VideoState state = VideoState.Queued)
    {
        await Owner(owner);
        return await Created(Some.Job(state: state), owner);
    }

    protected async Task<StoredJob> Taken(string jobId, string owner) => Assert.IsType<TakeResult.Taken>(await Store.TakeAsync(jobId, owner, cancellationToken: Stop)).Stored;

    protected async Task<JobStamp> Saved(VideoJob job, JobStamp stamp, bool keepOwner = true) =>
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(job, stamp, keepOwner, Stop)).Stamp;

    protected async Task<StoredJob> Found(string jobId) => Assert.IsType<StoredJob>(await Store.FindAsync(jobId, Stop));

    /// <summary>The save is lost, and the job is as it was.</summary>
    protected async Task IsLost(VideoJob job, JobStamp stamp)
    {
        var before = await Store.FindAsync(job.Id, Stop);
        var lost = Assert.IsType<SaveResult.Lost>(await Store.SaveAsync(job with { Reason = "from the loser" }, stamp, true, Stop));
        Assert.NotEmpty(lost.Reason);
        var after = await Store.FindAsync(job.Id, Stop);
        Assert.Equal(before?.Stamp, after?.Stamp);
        Assert.NotEqual("from the loser", after?.Job.Reason);
    }

    protected void Lapse() => Clock.Advance(Lease + TimeSpan.FromSeconds(1));
}
