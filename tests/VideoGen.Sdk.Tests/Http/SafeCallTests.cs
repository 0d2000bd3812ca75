using VideoGen.Sdk.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Http;

public sealed class SafeCallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_is_tried_three_times_and_the_last_answer_counts()
    {
        await using var server = RawServer.Answering((503, "1"), (500, "2"), (502, "3"), (200, "never"));

        var outcome = await Calls.PumpAsync(clock => Calls.Patient(server.BaseUrl, clock).SendSafeAsync(Calls.Read(), Token));

        Assert.Equal(502, Assert.IsType<TransportOutcome.Answered>(outcome).Answer.Code);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_read_outlives_a_connection_that_breaks()
    {
        var calls = 0;
        await using var server = new RawServer(call =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                call.Reset();
                return Task.CompletedTask;
            }

            return call.AnswerAsync(200, "{}");
        });

        Assert.IsType<TransportOutcome.Answered>(await Calls.PumpAsync(clock => Calls.Patient(server.BaseUrl, clock).SendSafeAsync(Calls.Read(), Token)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task What_the_vendor_means_is_not_retried(int status)
    {
        await using var server = RawServer.Answering((status, "{}"));

        var outcome = await Calls.Direct(server.BaseUrl).SendSafeAsync(Calls.Read(), Token);

        Assert.Equal(status, Assert.IsType<TransportOutcome.Answered>(outcome).Answer.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_long_wait_is_handed_to_the_caller_rather_than_sat_out()
    {
        await using var server = new RawServer(call => call.AnswerAsync(503, "{}", "Retry-After: 120"));

        var outcome = await Calls.Direct(server.BaseUrl).SendSafeAsync(Calls.Read(), Token);

        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<TransportOutcome.Answered>(outcome).Answer.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_free_POST_is_sent_once()
    {
        await using var server = RawServer.Answering((503, "{}"));

        await Calls.Direct(server.BaseUrl).SendFreeAsync(Calls.Submit(), Token);

        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task A_link_from_an_answer_gets_no_key()
    {
        await using var server = RawServer.Answering((200, "{}"));
        var request = Calls.Submit() with { Address = new Uri(server.BaseUrl, "upload?signature=1").AbsoluteUri };

        Assert.IsType<TransportOutcome.NotSent>(await Calls.Direct(server.BaseUrl).SendToLinkAsync(request, Token));
        Assert.IsType<TransportOutcome.Answered>(await Calls.Direct(server.BaseUrl).SendToLinkAsync(request with { Headers = [] }, Token));
        Assert.IsType<TransportOutcome.NotSent>(await Calls.Direct(server.BaseUrl, vary: e => e with { AllowLoopback = false }).SendToLinkAsync(request with { Headers = [] }, Token));
        Assert.Single(server.Requests);
    }
}
