using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Whoever waits for work hears of it, and misses nothing between a look and a wait.</summary>
public abstract class QueueChangeRules : ClaimOrderRules
{
    [Fact]
    public async Task A_first_wait_returns_at_once() => Assert.NotEqual(0, await Store.WaitForChangeAsync(0, Stop));

    [Fact]
    public async Task A_wait_ends_when_a_job_is_made() => await Ends(() => Created(Some.Job()));

    [Fact]
    public async Task A_wait_ends_when_a_job_is_given_back()
    {
        var stored = await Owned("a");
        await Ends(() => Saved(stored.Job, stored.Stamp, keepOwner: false));
    }

    [Fact]
    public async Task A_wait_ends_when_an_owner_retires()
    {
        await Owned("a");
        await Ends(() => Store.RetireOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task A_wait_ends_when_a_signal_is_left()
    {
        var stored = await Created(Some.Job());
        await Ends(() => Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop));
    }

    [Fact]
    public async Task A_wait_ends_when_a_pause_ends()
    {
        await Store.PauseAsync("kling", Stop);
        await Ends(() => Store.ResumeAsync("kling", Stop));
    }

    [Fact]
    public async Task A_cancelled_wait_ends()
    {
        var mark = await Store.WaitForChangeAsync(0, Stop);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waiting = Store.WaitForChangeAsync(mark, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private async Task Ends(Func<Task> change)
    {
        var mark = await Store.WaitForChangeAsync(0, Stop);
        var before = Store.WaitForChangeAsync(mark, Stop);
        await change();
        Assert.NotEqual(mark, await before);

        // Also when it came before the wait began.
        Assert.NotEqual(mark, await Store.WaitForChangeAsync(mark, Stop));
    }
}
