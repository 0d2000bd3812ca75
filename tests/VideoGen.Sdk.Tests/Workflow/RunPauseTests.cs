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
        pause = new RunPause(new SignalReads(store.Object), new SignalRounds(store.Object, wakeups, clock), wakeups, clock);
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

    [Fact]
    public async Task Ten_thousand_that_sleep_are_asked_for_together_and_only_who_has_news_is_woken()
    {
        var asked = new List<int>();
        Answer(jobIds => asked.Add(jobIds.Count), new() { ["j77"] = Woken });
        var sleeping = Enumerable.Range(0, 10_000).Select(n => SleepAsync($"j{n}", TimeSpan.FromHours(1))).ToArray();

        clock.Advance(SignalRounds.Period);

        Assert.Null(await sleeping[77]);
        Assert.Equal(9_999, sleeping.Count(sleep => !sleep.IsCompleted));
        Assert.Equal((10, 10_000), (asked.Count, asked.Sum()));
    }

    [Fact]
    public async Task Who_was_looked_after_a_short_while_ago_need_not_ask_again()
    {
        Answer(_ => { }, []);
        var soon = SleepAsync("a", TimeSpan.FromSeconds(29));
        var late = SleepAsync("b", TimeSpan.FromSeconds(29));
        clock.Advance(TimeSpan.FromSeconds(15));
        Answer(_ => { }, new() { ["b"] = Woken });
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal([new JobSignals(), new JobSignals()], await Task.WhenAll(soon, late));

        var older = SleepAsync("b", TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await older);
    }

    [Fact]
    public async Task A_wake_in_this_process_ends_the_sleep_at_once_and_has_the_signals_read()
    {
        Answer(_ => { }, []);
        var sleeping = SleepAsync("j", TimeSpan.FromHours(1));
        clock.Advance(SignalRounds.Period);
        wakeups.Wake("j");

        Assert.Null(await sleeping);
    }

    [Fact]
    public async Task After_a_wake_that_nobody_heard_the_signals_are_read()
    {
        Answer(_ => { }, []);
        var sleeping = SleepAsync("j", TimeSpan.FromSeconds(20));
        clock.Advance(SignalRounds.Period);
        wakeups.Wake("somebody who is at work");
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await sleeping);
    }

    [Fact]
    public async Task A_round_that_fails_is_made_up_for_by_the_next()
    {
        store.Setup(s => s.GetSignalsAsync(It.IsAny<IReadOnlyCollection<string>>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StoreException("gone"));
        var sleeping = SleepAsync("j", TimeSpan.FromHours(1));
        clock.Advance(SignalRounds.Period);
        Assert.False(sleeping.IsCompleted);
        Answer(_ => { }, new() { ["j"] = Woken });
        clock.Advance(SignalRounds.Period);

        Assert.Null(await sleeping);
    }

    private JobSignals Woken => new() { WokenAt = clock.GetUtcNow() };

    private Task<JobSignals?> SleepAsync(string jobId, TimeSpan delay) => pause.SleepAsync(jobId, delay, new JobSignals(), pause.Mark, TestContext.Current.CancellationToken);

    private void Answer(Action<IReadOnlyCollection<string>> asked, Dictionary<string, JobSignals> signals) => store
        .Setup(s => s.GetSignalsAsync(It.IsAny<IReadOnlyCollection<string>>(), It.IsAny<CancellationToken>()))
        .Callback((IReadOnlyCollection<string> jobIds, CancellationToken _) => asked(jobIds))
        .ReturnsAsync(signals);
}
