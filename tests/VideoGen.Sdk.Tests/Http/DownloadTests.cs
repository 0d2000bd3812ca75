using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Http;

public sealed class DownloadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://2130706433/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/x")]
    public async Task A_link_into_the_house_is_not_followed(string link)
    {
        var http = VendorHttp.Create(() => new VendorEndpoint { BaseUrl = new Uri("https://api.example") });

        var failed = Assert.IsType<DownloadOutcome.Failed>(await http.OpenDownloadAsync(new DownloadRequest { Address = new Uri(link) }, Token));

        Assert.Equal(ProviderFailureKind.NotSupported, failed.Failure.Kind);
    }

    [Fact]
    public async Task A_redirect_into_the_house_is_not_followed_and_the_key_stays()
    {
        await using var house = RawServer.Answering((200, "secret"));
        await using var api = new RawServer(call => call.AnswerAsync(302, "", $"Location: {house.BaseUrl}"));
        var http = VendorHttp.Create(() => new VendorEndpoint { BaseUrl = api.BaseUrl, AllowPlainHttp = true });

        var outcome = await http.OpenDownloadAsync(
            new DownloadRequest { Address = new Uri(api.BaseUrl, "content"), OwnOriginHeaders = [KeyValuePair.Create("Authorization", Calls.Key)] }, Token);

        Assert.IsType<DownloadOutcome.Failed>(outcome);
        Assert.Equal(Calls.Key, Assert.Single(api.Requests).Headers["Authorization"]);
        Assert.Empty(house.Requests);
    }

    [Fact]
    public async Task The_key_is_left_behind_at_the_first_foreign_host_and_not_picked_up_again()
    {
        RawServer? away = null;
        await using var api = new RawServer(call => call.Request.Path == "/content" ? call.AnswerAsync(302, "", $"Location: {away!.BaseUrl}") : call.AnswerAsync(200, "video"));
        await using var foreign = away = new RawServer(call => call.AnswerAsync(302, "", $"Location: {api.BaseUrl}back"));

        await using var download = await OpenAsync(api, new DownloadRequest { Address = new Uri(api.BaseUrl, "content"), OwnOriginHeaders = [KeyValuePair.Create("Authorization", Calls.Key)] });

        Assert.Equal("video", await TextAsync(download));
        Assert.All(foreign.Requests, r => Assert.False(r.Headers.ContainsKey("Authorization")));
        Assert.False(api.Requests.Last().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_redirect_without_end_is_given_up()
    {
        await using var server = new RawServer(call => call.AnswerAsync(302, "", "Location: /again"));

        Assert.IsType<DownloadOutcome.Failed>(await Calls.Direct(server.BaseUrl).OpenDownloadAsync(new DownloadRequest { Address = server.BaseUrl }, Token));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_range_resumes_where_the_host_can_and_begins_anew_where_it_cannot()
    {
        await using var can = new RawServer(call => call.AnswerAsync(206, "eo", "Content-Range: bytes 3-4/5", "Content-Type: video/mp4"));
        await using var cannot = RawServer.Answering((200, "video"));
        await using var done = new RawServer(call => call.AnswerAsync(416, "", "Content-Range: bytes */3"));

        await using var resumed = await OpenAsync(can, new DownloadRequest { Address = can.BaseUrl, Offset = 3 });
        await using var anew = await OpenAsync(cannot, new DownloadRequest { Address = cannot.BaseUrl, Offset = 3 });
        await using var whole = await OpenAsync(done, new DownloadRequest { Address = done.BaseUrl, Offset = 3 });

        Assert.Equal("bytes=3-", can.Requests.Single().Headers["Range"]);
        Assert.Equal((3, 5L, "video/mp4", "eo"), (resumed.Offset, resumed.TotalBytes, resumed.ContentType, await TextAsync(resumed)));
        Assert.Equal((0, 5L, "video"), (anew.Offset, anew.TotalBytes, await TextAsync(anew)));
        Assert.Equal((3, 3L, ""), (whole.Offset, whole.TotalBytes, await TextAsync(whole)));
    }

    [Theory]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(500, false)]
    public async Task An_expired_link_is_told_from_a_fault(int status, bool isExpired)
    {
        await using var server = RawServer.Answering((status, ""));

        var failed = await Calls.PumpAsync(clock => Calls.Patient(server.BaseUrl, clock).OpenDownloadAsync(new DownloadRequest { Address = server.BaseUrl }, Token));

        Assert.Equal((isExpired, ProviderFailureKind.Transient), (Assert.IsType<DownloadOutcome.Failed>(failed).IsExpired, ((DownloadOutcome.Failed)failed).Failure.Kind));
    }

    [Fact]
    public async Task A_body_past_the_limit_is_refused_by_its_length_and_cut_off_without_one()
    {
        await using var honest = new RawServer(call => call.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n"));
        await using var endless = new RawServer(async call =>
        {
            await call.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true)
            {
                await call.Stream.WriteAsync(new byte[16 * 1024]);
            }
        });

        Assert.IsType<DownloadOutcome.Failed>(await Calls.Direct(honest.BaseUrl).OpenDownloadAsync(new DownloadRequest { Address = honest.BaseUrl }, Token));
        await using var download = await OpenAsync(endless, new DownloadRequest { Address = endless.BaseUrl }, e => e with { MaxDownloadBytes = 100_000 });
        await Assert.ThrowsAsync<DownloadTooLargeException>(() => download.Stream.CopyToAsync(Stream.Null, Token));
    }

    [Fact]
    public async Task A_silence_ends_the_download_and_slow_bytes_begin_it_anew()
    {
        using var dripped = new SemaphoreSlim(0);
        var clock = new FakeTimeProvider();
        await using var server = new RawServer(async call =>
        {
            await call.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            for (var i = 0; i < 3; i++)
            {
                clock.Advance(TimeSpan.FromSeconds(25));
                await call.WriteAsync("x");
                await dripped.WaitAsync(Token);
            }

            await RawCall.NeverAsync();
        });
        var http = Calls.Direct(server.BaseUrl, clock, e => e with { MinDownloadBytesPerMinute = 1 });
        await using var silent = Assert.IsType<DownloadOutcome.Opened>(await http.OpenDownloadAsync(new DownloadRequest { Address = server.BaseUrl }, Token)).Download;
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(1, await silent.Stream.ReadAsync(new byte[8], Token));
            dripped.Release();
        }

        var reading = silent.Stream.ReadAsync(new byte[8], Token).AsTask();
        clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<IOException>(() => reading);
    }

    [Fact]
    public async Task A_minute_of_waiting_that_brings_next_to_nothing_ends_the_download()
    {
        var clock = new FakeTimeProvider();
        await using var drip = new DripGuardStream(new TickingStream(clock), 1_000_000, Calls.At(RawServer.Nobody()), clock);

        await Assert.ThrowsAsync<IOException>(() => drip.CopyToAsync(Stream.Null, Token));
        Assert.Equal(3, drip.Position);
    }

    private static async Task<GuardedDownload> OpenAsync(RawServer server, DownloadRequest request, Func<VendorEndpoint, VendorEndpoint>? vary = null) =>
        Assert.IsType<DownloadOutcome.Opened>(await Calls.Direct(server.BaseUrl, vary: vary).OpenDownloadAsync(request, Token)).Download;

    private static async Task<string> TextAsync(GuardedDownload download) => await new StreamReader(download.Stream).ReadToEndAsync(Token);

    /// <summary>One byte every twenty seconds.</summary>
    private sealed class TickingStream(FakeTimeProvider clock) : MemoryStream(new byte[1000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            clock.Advance(TimeSpan.FromSeconds(20));
            return await base.ReadAsync(buffer[..1], cancellationToken);
        }
    }
}
