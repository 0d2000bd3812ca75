using System.Text;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Http;

public sealed class SubmitOutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_connection_is_known_not_to_have_been_sent() =>
        AssertNotSent(await Calls.Direct(RawServer.Nobody()).SendOnceAsync(Calls.Submit(), Token), ProviderFailureKind.Transient);

    [Fact]
    public async Task A_name_that_does_not_resolve_is_known_not_to_have_been_sent() =>
        AssertNotSent(await Calls.Direct(new Uri("https://nobody.invalid")).SendOnceAsync(Calls.Submit(), Token), ProviderFailureKind.Transient);

    [Fact]
    public async Task Refused_TLS_is_known_not_to_have_been_sent()
    {
        await using var server = new ByteServer(async s => await s.WriteAsync("this is not TLS at all"u8.ToArray()));

        AssertNotSent(await Calls.Direct(server.HttpsUrl).SendOnceAsync(Calls.Submit(), Token), ProviderFailureKind.Transient);
    }

    [Fact]
    public async Task A_handshake_that_never_ends_is_known_not_to_have_been_sent()
    {
        var clock = new FakeTimeProvider();
        var accepted = new TaskCompletionSource();
        await using var server = new ByteServer(async s =>
        {
            await s.ReadExactlyAsync(new byte[1]);
            accepted.TrySetResult();
            await s.ReadExactlyAsync(new byte[1_000_000]);
        });

        var sending = Calls.Direct(server.HttpsUrl, clock).SendOnceAsync(Calls.Submit(), Token);
        await accepted.Task;
        clock.Advance(TimeSpan.FromSeconds(15));

        AssertNotSent(await sending, ProviderFailureKind.Timeout);
    }

    [Theory]
    [InlineData("http://example.com", "https")]
    [InlineData("https://example.com", "base URL")]
    public async Task A_key_is_never_sent_in_the_clear_nor_to_another_host(string baseUrl, string words)
    {
        var http = VendorHttp.Create(() => new VendorEndpoint { BaseUrl = new Uri(baseUrl) });
        var request = words == "https" ? Calls.Submit() : Calls.Submit() with { Address = "https://evil.example/create" };

        Assert.Contains(words, AssertNotSent(await http.SendOnceAsync(request, Token), ProviderFailureKind.NotSupported), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_a_line_break_is_refused_without_showing_it()
    {
        var request = Calls.Submit() with { Headers = [KeyValuePair.Create("Authorization", $"Bearer {Calls.Key}\n")] };

        Assert.DoesNotContain(Calls.Key, AssertNotSent(await Calls.Direct(RawServer.Nobody()).SendOnceAsync(request, Token), ProviderFailureKind.Authentication), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":\"half")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n{}")]
    [InlineData("")]
    public async Task An_answer_that_cannot_be_read_whole_is_lost(string answer)
    {
        await using var server = new RawServer(async call =>
        {
            await call.WriteAsync(answer);
            call.Close();
        });

        AssertLost(await Calls.Direct(server.BaseUrl).SendOnceAsync(Calls.Submit(), Token));
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off_at_the_limit()
    {
        await using var server = new RawServer(async call =>
        {
            await call.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true)
            {
                await call.Stream.WriteAsync(new byte[64 * 1024]);
            }
        });

        AssertLost(await Calls.Direct(server.BaseUrl).SendOnceAsync(Calls.Submit(), Token));
    }

    [Fact]
    public async Task A_submit_that_gets_no_answer_is_lost_at_its_deadline()
    {
        var clock = new FakeTimeProvider();
        await using var server = new RawServer(_ => RawCall.NeverAsync());

        var sending = Calls.Direct(server.BaseUrl, clock).SendOnceAsync(Calls.Submit(), Token);
        await server.FirstRequest.Task;
        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        AssertLost(await sending);
    }

    [Fact]
    public async Task Two_submits_at_once_each_know_their_own_fate()
    {
        await using var server = new RawServer(call =>
        {
            if (call.Request.Text.Contains("first", StringComparison.Ordinal))
            {
                call.Reset();
                return Task.CompletedTask;
            }

            return call.AnswerAsync(200, """{"id":"2"}""");
        });
        var http = Calls.Direct(server.BaseUrl);

        var both = await Task.WhenAll(http.SendOnceAsync(Calls.Submit("first of two"), Token), http.SendOnceAsync(Calls.Submit("second of two"), Token));

        AssertLost(both[0]);
        Assert.Equal("""{"id":"2"}""", Encoding.UTF8.GetString(Assert.IsType<TransportOutcome.Answered>(both[1]).Answer.Body.Span));
        Assert.Equal(2, server.Posts);
    }

    private static string AssertNotSent(TransportOutcome outcome, ProviderFailureKind kind)
    {
        var failure = Assert.IsType<TransportOutcome.NotSent>(outcome).Failure;
        Assert.Equal((kind, ChargeCertainty.None), (failure.Kind, failure.Charge));
        return failure.Message;
    }

    private static void AssertLost(TransportOutcome outcome)
    {
        var failure = Assert.IsType<TransportOutcome.Lost>(outcome).Failure;
        Assert.Equal((ProviderFailureKind.UnknownOutcome, ChargeCertainty.Unknown), (failure.Kind, failure.Charge));
        Assert.DoesNotContain(Calls.Key, failure.Message, StringComparison.Ordinal);
    }
}
