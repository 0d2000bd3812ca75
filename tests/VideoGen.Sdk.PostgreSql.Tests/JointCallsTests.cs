namespace VideoGen.Sdk.PostgreSql.Tests;

/// <summary>Calls that go together: who answers for what when something fails.</summary>
public sealed class JointCallsTests
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int> lots = [];
    private Exception? failure;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_wait_go_together_and_each_has_its_own_answer()
    {
        var (first, calls) = await WaitAsync(20);
        release.SetResult();

        Assert.Equal("0", await first);
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"{n}"), await Task.WhenAll(calls));
        Assert.Equal([1, 20], lots);
    }

    [Fact]
    public async Task When_a_lot_fails_each_of_it_is_to_be_tried_alone()
    {
        var (_, calls) = await WaitAsync(20);
        failure = new StoreException("refused");
        release.SetResult();

        Assert.All(await Task.WhenAll(calls), Assert.Null);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_waited_for_once_and_fails_all()
    {
        var (_, calls) = await WaitAsync(20);
        failure = PostgreSqlErrors.From(new IOException("gone"), "here");
        release.SetResult();

        foreach (var call in calls)
        {
            Assert.True((await Assert.ThrowsAsync<StoreException>(() => call)).IsTransient);
        }

        Assert.Equal([1, 20], lots);
    }

    [Fact]
    public async Task A_lot_that_was_read_back_as_not_written_is_tried_again_by_each()
    {
        var (_, calls) = await WaitAsync(20);
        failure = PostgreSqlErrors.NotCommitted(new IOException("the line went dead"), "here");
        release.SetResult();

        Assert.All(await Task.WhenAll(calls), Assert.Null);
    }

    [Fact]
    public async Task Nobody_tries_again_what_may_have_been_written()
    {
        var (_, calls) = await WaitAsync(2);
        failure = PostgreSqlErrors.CommitUnknown(new IOException("gone"), "here");
        release.SetResult();

        Assert.True((await Assert.ThrowsAsync<StoreException>(() => calls[0])).IsCommitUnknown);
        Assert.True((await Assert.ThrowsAsync<StoreException>(() => calls[1])).IsCommitUnknown);
    }

    /// <summary>One call on its way, and so many that wait for it.</summary>
    private async Task<(Task<string?> First, List<Task<string?>> Calls)> WaitAsync(int count)
    {
        var isOnItsWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var joint = new JointCalls<int, string>(carriers: 1, mostInOne: 64, async lot =>
        {
            lots.Add(lot.Count);
            isOnItsWay.TrySetResult();
            await release.Task;
            return lots.Count > 1 && failure is not null ? throw failure : lot.ConvertAll(n => $"{n}");
        });
        var first = joint.CallAsync(0, Stop);
        await isOnItsWay.Task;
        return (first, [.. Enumerable.Range(1, count).Select(n => joint.CallAsync(n, Stop))]);
    }
}
