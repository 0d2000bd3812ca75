using Moq;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class SignalReadsTests
{
    private readonly Mock<IJobStore> store = new(MockBehavior.Strict);
    private readonly TaskCompletionSource<JobSignals> alone = new();
    private readonly List<IReadOnlyCollection<string>> together = [];

    public SignalReadsTests()
    {
        store.Setup(s => s.GetSignalsAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(alone.Task);
        store.Setup(s => s.GetSignalsAsync(It.IsAny<IReadOnlyCollection<string>>(), It.IsAny<CancellationToken>()))
            .Callback((IReadOnlyCollection<string> jobIds, CancellationToken _) => together.Add(jobIds))
            .ReturnsAsync(new Dictionary<string, JobSignals> { ["j77"] = Woken });
    }

    private static JobSignals Woken { get; } = new() { WokenAt = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero) };

    [Fact]
    public async Task Ten_thousand_jobs_that_ask_at_the_same_moment_cost_three_questions()
    {
        var reads = new SignalReads(store.Object);
        var asked = Enumerable.Range(0, 10_000).Select(n => reads.OfAsync($"j{n}")).ToArray();
        alone.SetResult(new JobSignals());
        var signals = await Task.WhenAll(asked);

        store.Verify(s => s.GetSignalsAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
        Assert.Equal(9_998, Assert.Single(together).Count);
        Assert.Equal([77], Enumerable.Range(0, signals.Length).Where(n => signals[n] == Woken));
    }

    [Fact]
    public async Task What_is_asked_once_a_question_is_under_way_is_answered_by_a_later_one()
    {
        var reads = new SignalReads(store.Object);
        Task[] early = [reads.OfAsync("a"), reads.OfAsync("b")];
        var late = reads.OfAsync("j77");
        Assert.Empty(together);

        alone.SetResult(new JobSignals());
        await Task.WhenAll(early);

        Assert.Equal(Woken, await late);
    }

    [Fact]
    public async Task A_question_that_fails_fails_for_all_who_asked_it_and_for_nobody_after()
    {
        store.Setup(s => s.GetSignalsAsync(It.IsAny<IReadOnlyCollection<string>>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StoreException("gone"));
        var reads = new SignalReads(store.Object);
        Task[] early = [reads.OfAsync("a"), reads.OfAsync("b")];
        Task[] late = [reads.OfAsync("c"), reads.OfAsync("d")];
        alone.SetResult(new JobSignals());
        await Task.WhenAll(early);

        await Assert.ThrowsAsync<StoreException>(() => late[0]);
        await Assert.ThrowsAsync<StoreException>(() => late[1]);
        Assert.Equal(new JobSignals(), await reads.OfAsync("e"));
    }
}
