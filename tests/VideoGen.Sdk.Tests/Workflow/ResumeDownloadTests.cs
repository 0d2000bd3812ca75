using System.Globalization;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Tests.Providers.Runway;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A download whose way breaks goes on where it broke off, and never joins two different files.</summary>
public sealed class ResumeDownloadTests : IDisposable
{
    private const string Tag = "\"one\"";
    private static readonly byte[] Old = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
    private static readonly byte[] New = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(255 - (i % 251)))];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-resume-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_goes_on_by_a_range_under_the_condition_that_the_file_is_the_same()
    {
        await using var server = Breaking(3, c => PartAsync(c, Old, Tag));

        Assert.Equal(Old, await FetchAsync(server));
        Assert.Equal(4, server.Requests.Count);
        Assert.All(server.Requests.Skip(1), r => Assert.Equal(Tag, r.Headers["If-Range"]));
        Assert.Equal(["bytes=40000-", "bytes=60000-", "bytes=80000-"], server.Requests.Skip(1).Select(r => r.Headers["Range"]));
    }

    [Fact]
    public async Task A_host_without_ranges_is_read_past_what_is_here_already()
    {
        await using var server = Breaking(1, c => c.AnswerAsync(200, Old, "Content-Type: video/mp4", $"ETag: {Tag}"));

        Assert.Equal(Old, await FetchAsync(server));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("\"two\"")]
    [InlineData(null)]
    [InlineData("W/\"one\"")]
    public async Task A_file_that_changed_meanwhile_or_may_have_is_fetched_anew(string? tag)
    {
        string[] tagged = tag is null ? ["Content-Type: video/mp4"] : ["Content-Type: video/mp4", $"ETag: {tag}"];
        await using var server = Breaking(1, c => c.AnswerAsync(200, New, tagged));

        Assert.Equal(New, await FetchAsync(server));
        Assert.DoesNotContain("Range", server.Requests.Last().Headers.Keys);
    }

    [Fact]
    public async Task A_part_of_another_file_is_not_joined_although_the_host_ignores_the_condition()
    {
        await using var server = Breaking(1, c => PartAsync(c, New, "\"two\""));

        Assert.Equal(New, await FetchAsync(server));
    }

    [Fact]
    public async Task Without_a_tag_nothing_is_resumed()
    {
        await using var server = Breaking(1, c => c.AnswerAsync(200, Old, "Content-Type: video/mp4"), firstTag: null);

        Assert.Equal(Old, await FetchAsync(server));
        Assert.All(server.Requests, r => Assert.False(r.Headers.ContainsKey("Range")));
    }

    [Fact]
    public async Task A_link_that_expires_in_the_middle_is_refreshed_and_the_rest_fetched()
    {
        await using var server = Breaking(1, c => c.Request.Path.StartsWith("/file", StringComparison.Ordinal)
            ? c.AnswerAsync(403, "expired")
            : PartAsync(c, Old, Tag));

        Assert.Equal(Old, await FetchAsync(server));
        Assert.Equal("bytes=40000-", server.Requests.Last().Headers["Range"]);
        Assert.StartsWith("/fresh", server.Requests.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_breaks_off_for_ever_is_given_up_and_leaves_no_file()
    {
        await using var server = Breaking(int.MaxValue, c => c.AnswerAsync(500));

        await Assert.ThrowsAsync<ProviderCallException>(() => FetchAsync(server));
        Assert.InRange(server.Requests.Count, 3, 80);
        Assert.Empty(folder.EnumerateFiles());
    }

    private async Task<byte[]> FetchAsync(RawServer server)
    {
        var status = new ProviderJobStatus { State = ProviderJobState.Succeeded, Outputs = [new Uri(server.BaseUrl, "file")] };
        var path = await RunwayDesk.At(server).DownloadAsync(RunwayDesk.Job(), status, Path.Combine(folder.FullName, "clip.mp4"), Stop);
        return await File.ReadAllBytesAsync(path, Stop);
    }

    /// <summary>Breaks off so many times: first after 40,000 bytes, then after 20,000 more each time; then answers.</summary>
    private static RawServer Breaking(int times, Func<RawCall, Task> then, string? firstTag = Tag)
    {
        var broken = 0;
        return new RawServer(async call =>
        {
            if (call.Request.Path.StartsWith("/v1/tasks", StringComparison.Ordinal))
            {
                await call.AnswerAsync(200, $$"""{"status":"SUCCEEDED","output":["http://{{call.Request.Headers["Host"]}}/fresh"]}""");
                return;
            }

            if (Interlocked.Increment(ref broken) > times)
            {
                await then(call);
                return;
            }

            var from = OffsetOf(call);
            var until = from == 0 ? 40_000 : Math.Min(from + 20_000, Old.Length - 1);
            var range = from == 0 ? "" : $"Content-Range: bytes {from}-{Old.Length - 1}/{Old.Length}\r\n";
            await call.WriteAsync($"HTTP/1.1 {(from == 0 ? 200 : 206)} X\r\nContent-Type: video/mp4\r\n{range}{(firstTag is null ? "" : $"ETag: {firstTag}\r\n")}Content-Length: {Old.Length - from}\r\n\r\n");
            await call.Stream.WriteAsync(Old.AsMemory(from, until - from));
            call.Close();
        });
    }

    private static Task PartAsync(RawCall call, byte[] file, string tag)
    {
        var from = OffsetOf(call);
        return from == 0
            ? call.AnswerAsync(200, file, "Content-Type: video/mp4", $"ETag: {tag}")
            : call.AnswerAsync(206, file[from..], "Content-Type: video/mp4", $"ETag: {tag}", $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}");
    }

    private static int OffsetOf(RawCall call) =>
        call.Request.Headers.TryGetValue("Range", out var range) ? int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : 0;
}
