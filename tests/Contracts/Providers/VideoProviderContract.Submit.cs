using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>The one paid request: once, never thrown from, and judged by where it failed.</summary>
public abstract partial class VideoProviderContract
{
    [Fact]
    public async Task A_submit_is_sent_once()
    {
        await using var desk = CreateDesk();
        await AcceptedAsync(desk);

        Assert.True(desk.Posts is null or 1);
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_was_sent_once()
    {
        await using var desk = CreateDesk();
        var body = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);
        if (IsBroken(desk, VendorFault.LosesAnswers))
        {
            var outcome = Assert.IsType<SubmissionOutcome.Unknown>(await desk.Provider.SubmitAsync(body, Stop));
            Assert.Equal(ProviderFailureKind.UnknownOutcome, outcome.Failure.Kind);
            Assert.Equal(1, desk.Posts);
            MustBeDiscreet(desk, outcome.Failure.Message);
        }
    }

    [Fact]
    public async Task A_refusal_is_a_refusal_and_was_sent_once()
    {
        await using var desk = CreateDesk();
        var body = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);
        if (IsBroken(desk, VendorFault.Refuses))
        {
            var outcome = Assert.IsType<SubmissionOutcome.Rejected>(await desk.Provider.SubmitAsync(body, Stop));
            Assert.NotEmpty(outcome.Failure.Message);
            Assert.Equal(1, desk.Posts);
            MustBeDiscreet(desk, outcome.Failure.Message);
        }
    }

    [Fact]
    public async Task A_submit_never_throws_also_when_its_deadline_has_passed()
    {
        await using var desk = CreateDesk();
        var body = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);

        Assert.NotNull(await desk.Provider.SubmitAsync(body, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_body_that_makes_no_sense_never_throws()
    {
        await using var desk = CreateDesk();
        var body = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);

        Assert.NotNull(await desk.Provider.SubmitAsync(body with { Content = new byte[] { 0, 1, 2 } }, Stop));
    }

    [Fact]
    public async Task A_replay_of_the_same_bytes_under_the_same_key_returns_the_first_job()
    {
        await using var desk = CreateDesk();
        var body = await desk.Provider.ComposeAsync(TaskOf(desk), Stop);
        if (body.IsReplayable)
        {
            var first = Assert.IsType<SubmissionOutcome.Accepted>(await desk.Provider.SubmitAsync(body, Stop));
            var second = Assert.IsType<SubmissionOutcome.Accepted>(await desk.Provider.SubmitAsync(body, Stop));
            Assert.Equal(first.RemoteId, second.RemoteId);
        }
    }

    private static void MustBeDiscreet(IProviderDesk desk, string message)
    {
        Assert.DoesNotContain(desk.Spec.Prompt, message, StringComparison.Ordinal);
        Assert.All(desk.Secrets, secret => Assert.DoesNotContain(secret, message, StringComparison.Ordinal));
    }
}
