using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class InlineRunTests
{
    [Fact]
    public async Task Who_joins_late_hears_the_latest_step_at_once_and_then_the_next_ones()
    {
        using var run = new InlineRun(CancellationToken.None);
        var (early, late) = (new Listener(), new Listener());
        var end = new TaskCompletionSource<RunEnd>();
        var first = run.JoinAsync(early, TestContext.Current.CancellationToken);
        run.Begin(end.Task);
        run.Report(Step("Prepare"));
        run.Report(Step("Reserve"));

        var second = run.JoinAsync(late, TestContext.Current.CancellationToken);
        Assert.Equal(["Reserve"], late.Heard.Select(p => p.Stage));
        run.Report(Step("Submit"));
        end.SetResult(new RunEnd.Lost("the test is over"));
        await Task.WhenAll(first, second);

        Assert.Equal(["Prepare", "Reserve", "Submit"], early.Heard.Select(p => p.Stage));
        Assert.Equal(["Reserve", "Submit"], late.Heard.Select(p => p.Stage));
    }

    [Fact]
    public async Task Who_joins_before_the_first_step_hears_each_step_once()
    {
        using var run = new InlineRun(CancellationToken.None);
        var listener = new Listener();
        var joined = run.JoinAsync(listener, TestContext.Current.CancellationToken);
        run.Report(Step("Prepare"));
        run.Begin(Task.FromResult<RunEnd>(new RunEnd.Lost("the test is over")));
        await joined;

        Assert.Equal(["Prepare"], listener.Heard.Select(p => p.Stage));
    }

    [Fact]
    public async Task A_late_listener_that_throws_still_gets_the_end()
    {
        using var run = new InlineRun(CancellationToken.None);
        run.Report(Step("Prepare"));
        run.Begin(Task.FromResult<RunEnd>(new RunEnd.Lost("the test is over")));

        Assert.IsType<RunEnd.Lost>(await run.JoinAsync(new Listener(_ => throw new InvalidOperationException("a defect of the listener")), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_step_that_comes_after_a_later_one_is_left_out()
    {
        var listener = new Listener();
        var told = new RunListener(listener);

        told.Tell(Step("Submit"), 3);
        told.Tell(Step("Reserve"), 2);
        told.Tell(Step("Wait"), 4);

        Assert.Equal(["Submit", "Wait"], listener.Heard.Select(p => p.Stage));
    }

    private static VideoProgress Step(string stage) => new() { JobId = "a0", State = VideoState.Running, Stage = stage };
}
