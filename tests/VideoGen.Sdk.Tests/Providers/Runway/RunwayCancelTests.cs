using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Runway;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayCancelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PENDING", false, ProviderCancelOutcome.CancelledChargeUnknown, "GET DELETE")]
    [InlineData("THROTTLED", false, ProviderCancelOutcome.CancelledChargeUnknown, "GET DELETE")]
    [InlineData("RUNNING", false, ProviderCancelOutcome.NotSupported, "GET")]
    [InlineData("RUNNING", true, ProviderCancelOutcome.CancelledChargeUnknown, "GET DELETE")]
    [InlineData("HIBERNATING", false, ProviderCancelOutcome.NotSupported, "GET")]
    [InlineData("SUCCEEDED", true, ProviderCancelOutcome.AlreadyEnded, "GET")]
    [InlineData("FAILED", true, ProviderCancelOutcome.AlreadyEnded, "GET")]
    [InlineData("CANCELLED", false, ProviderCancelOutcome.AlreadyEnded, "GET")]
    public async Task A_delete_never_meets_a_result_that_was_not_risked(string word, bool mayDestroy, ProviderCancelOutcome outcome, string calls)
    {
        await using var server = Showing(word);

        Assert.Equal(outcome, await RunwayDesk.At(server).CancelAsync(RunwayDesk.Job(new RunwaySettings { MayDestroyResult = mayDestroy }), Token));
        Assert.Equal(calls, Calls(server));
    }

    [Fact]
    public async Task A_reading_under_five_seconds_old_is_not_asked_for_again()
    {
        await using var server = Showing("PENDING");
        var clock = new FakeTimeProvider();
        var runway = RunwayDesk.At(server, clock: clock);
        await runway.GetStatusAsync(RunwayDesk.Job(), Token);
        clock.Advance(TimeSpan.FromSeconds(4.9));

        await runway.CancelAsync(RunwayDesk.Job(), Token);

        Assert.Equal("GET DELETE", Calls(server));
    }

    [Fact]
    public async Task An_older_reading_does_not_count()
    {
        var words = new Queue<string>(["PENDING", "RUNNING"]);
        await using var server = new RawServer(c => c.AnswerAsync(200, $$"""{"status":"{{words.Dequeue()}}"}"""));
        var clock = new FakeTimeProvider();
        var runway = RunwayDesk.At(server, clock: clock);
        await runway.GetStatusAsync(RunwayDesk.Job(), Token);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(ProviderCancelOutcome.NotSupported, await runway.CancelAsync(RunwayDesk.Job(), Token));
        Assert.Equal("GET GET", Calls(server));
    }

    [Fact]
    public async Task An_answer_that_was_five_seconds_on_its_way_does_not_count()
    {
        var clock = new FakeTimeProvider();
        await using var server = new RawServer(c =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            return c.AnswerAsync(200, """{"status":"PENDING"}""");
        });

        Assert.Equal(ProviderCancelOutcome.NotSupported, await RunwayDesk.At(server, clock: clock).CancelAsync(RunwayDesk.Job(), Token));
        Assert.Equal("GET", Calls(server));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_that_is_not_shown_is_not_taken_for_cancelled(bool mayDestroy)
    {
        await using var server = RawServer.Answering((404, """{"error":"Could not find Task"}"""));

        Assert.Equal(ProviderCancelOutcome.NotSupported, await RunwayDesk.At(server).CancelAsync(RunwayDesk.Job(new RunwaySettings { MayDestroyResult = mayDestroy }), Token));
        Assert.Equal("GET", Calls(server));
    }

    [Fact]
    public async Task A_running_task_that_the_delete_does_not_find_goes_on_being_asked_for()
    {
        await using var server = new RawServer(c => c.Request.Method == "GET" ? c.AnswerAsync(200, """{"status":"RUNNING"}""") : c.AnswerAsync(404, """{"error":"no"}"""));

        Assert.Equal(ProviderCancelOutcome.NotSupported, await RunwayDesk.At(server).CancelAsync(RunwayDesk.Job(new RunwaySettings { MayDestroyResult = true }), Token));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(500, false)]
    public async Task A_delete_that_fails_is_told_unless_the_task_is_gone(int status, bool isFine)
    {
        await using var server = new RawServer(c => c.Request.Method == "GET" ? c.AnswerAsync(200, """{"status":"PENDING"}""") : c.AnswerAsync(status, """{"error":"no"}"""));
        var cancelling = RunwayDesk.At(server).CancelAsync(RunwayDesk.Job(), Token);

        if (isFine)
        {
            Assert.Equal(ProviderCancelOutcome.CancelledChargeUnknown, await cancelling);
        }
        else
        {
            await Assert.ThrowsAsync<ProviderCallException>(() => cancelling);
        }

        Assert.Equal("GET DELETE", Calls(server));
    }

    private static RawServer Showing(string word) =>
        new(c => c.Request.Method == "GET" ? c.AnswerAsync(200, $$"""{"status":"{{word}}","output":["https://cdn.example/a.mp4"]}""") : c.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"));

    private static string Calls(RawServer server) => string.Join(' ', server.Requests.Select(r => r.Method));
}
