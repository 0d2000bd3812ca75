using Microsoft.Extensions.Time.Testing;
using Moq;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class RunPauseTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Mock<IJobStore> store = new(MockBehavior.Strict);
    private readonly Wakeups wakeups;
    private readonly RunPause pause;

    public RunPauseTests()
    {
        wakeups = new Wakeups(clock);
        pause = new RunPause(new SignalReads(store.Object), wakeups, clock);
    }

    [Fact]
    public async Task A_short_sleep_asks_the_store_nothing()
    {
        var sleeping = pause.SleepAsync("j", TimeSpan.FromSeconds(10), new JobSignals(), pause.Mark, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(10));
        await sleeping;

        store.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_wake_that_came_while_the_stage_was_at_work_ends_the_sleep_before_it_begins()
    {
        store.Setup(s => s.GetSignalsAsync("j", It.IsAny<CancellationToken>())).ReturnsAsync(new JobSignals { WokenAt = clock.GetUtcNow() });
        var mark = pause.Mark;
        wakeups.Wake("j");

        await pause.SleepAsync("j", TimeSpan.FromHours(1), new JobSignals(), mark, TestContext.Current.CancellationToken);

        store.Verify(s => s.GetSignalsAsync("j", It.IsAny<CancellationToken>()), Times.Once);
    }
}
