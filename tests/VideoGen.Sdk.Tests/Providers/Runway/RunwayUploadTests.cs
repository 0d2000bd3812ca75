using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayUploadTests
{
    private static readonly string[] FieldsInOrder = ["name=\"key\"", "name=\"policy\"", "name=\"file\""];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_go_into_a_slot_fields_first_and_file_last(bool canSeek)
    {
        await using var server = Store(204);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

        var prepared = await RunwayDesk.At(server, clock: clock).PrepareInputAsync(RunwayDesk.Bytes(2000, canSeek: canSeek), Token);

        Assert.Equal(("runway://slot-1", clock.GetUtcNow().AddHours(23)), (prepared.Reference, prepared.ExpiresAt));
        var (ask, stored) = (server.Requests.First(), server.Requests.Last());
        Assert.Equal(("/v1/uploads", """{"filename":"input.png","type":"ephemeral"}"""), (ask.Path, ask.Text));
        Assert.Equal("/store/1", stored.Path);
        Assert.False(stored.Headers.ContainsKey("Authorization") || stored.Headers.ContainsKey("X-Runway-Version"));
        int[] places = [.. FieldsInOrder.Select(n => stored.Text.IndexOf(n, StringComparison.Ordinal))];
        Assert.All(places, p => Assert.True(p > 0));
        Assert.Equal(places.Order(), places);
        Assert.Contains("Content-Type: image/png", stored.Text, StringComparison.Ordinal);
        Assert.True(stored.Headers.ContainsKey("Content-Length"));
    }

    [Fact]
    public async Task A_failed_store_asks_for_a_new_slot()
    {
        await using var server = Store(500, 204);

        Assert.Equal("runway://slot-2", (await RunwayDesk.At(server).PrepareInputAsync(RunwayDesk.Bytes(2000), Token)).Reference);
        Assert.Equal(["/v1/uploads", "/store/1", "/v1/uploads", "/store/2"], server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_store_that_keeps_failing_is_given_up_after_three_slots()
    {
        await using var server = Store(403);

        var failure = (await Assert.ThrowsAsync<ProviderCallException>(() => RunwayDesk.At(server).PrepareInputAsync(RunwayDesk.Bytes(2000), Token))).Failure!;

        Assert.Equal((ProviderFailureKind.Transient, 6), (failure.Kind, server.Posts));
    }

    [Fact]
    public async Task A_store_that_hangs_up_counts_as_failed()
    {
        await using var server = new RawServer(c =>
        {
            if (c.Request.Path != "/store/1")
            {
                return c.Request.Path == "/v1/uploads" ? c.AnswerAsync(200, Slot(c, c.Request.Headers["Host"], 1)) : c.AnswerAsync(204);
            }

            c.Close();
            return Task.CompletedTask;
        });

        Assert.Equal(ProviderFailureKind.Transient, (await Assert.ThrowsAsync<ProviderCallException>(() => RunwayDesk.At(server).PrepareInputAsync(RunwayDesk.Bytes(2000), Token))).Failure!.Kind);
        Assert.Equal(6, server.Posts);
    }

    [Fact]
    public async Task A_file_below_the_stores_least_size_goes_into_the_request()
    {
        await using var server = Store(204);

        var prepared = await RunwayDesk.At(server).PrepareInputAsync(RunwayDesk.Bytes(3), Token);

        Assert.Equal(("data:image/png;base64,AAAA", null), (prepared.Reference, prepared.ExpiresAt));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(400, """{"error":"You do not have enough credits to run this task."}""", ProviderFailureKind.OutOfCredit)]
    [InlineData(429, """{"error":"Too many requests"}""", ProviderFailureKind.RateLimited)]
    [InlineData(200, "{}", ProviderFailureKind.Transient)]
    public async Task A_slot_that_is_refused_says_why(int status, string body, ProviderFailureKind kind)
    {
        await using var server = RawServer.Answering((status, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => RunwayDesk.At(server).PrepareInputAsync(RunwayDesk.Bytes(2000), Token))).Failure!.Kind);
        Assert.Equal(1, server.Posts);
    }

    [Theory]
    [InlineData("https://img.example/a.png", true)]
    [InlineData("runway://upload-1", true)]
    [InlineData("http://img.example/a.png", false)]
    [InlineData("https://10.0.0.1/a.png", false)]
    public async Task Only_addresses_that_the_vendor_fetches_are_handed_on(string url, bool isFit)
    {
        await using var server = RawServer.Answering((500, ""));
        var preparing = RunwayDesk.At(server).PrepareInputAsync(new InputMedia { Role = ReferenceRole.FirstFrame, Url = new Uri(url) }, Token);

        if (isFit)
        {
            Assert.Equal(url, (await preparing).Reference);
        }
        else
        {
            Assert.Equal(ProviderFailureKind.NotSupported, (await Assert.ThrowsAsync<ProviderCallException>(() => preparing)).Failure!.Kind);
        }

        Assert.Empty(server.Requests);
    }

    private static RawServer Store(params int[] answers)
    {
        var (slots, stores) = (0, 0);
        return new RawServer(c => c.Request.Path == "/v1/uploads"
            ? c.AnswerAsync(200, Slot(c, c.Request.Headers["Host"], ++slots))
            : c.AnswerAsync(answers[Math.Min(stores++, answers.Length - 1)]));
    }

    private static string Slot(RawCall call, string host, int number)
    {
        Assert.Equal($"Bearer {RunwayDesk.Key}", call.Request.Headers["Authorization"]);
        return $$$"""{"runwayUri":"runway://slot-{{{number}}}","uploadUrl":"http://{{{host}}}/store/{{{number}}}","fields":{"key":"k","policy":"p"}}""";
    }
}
