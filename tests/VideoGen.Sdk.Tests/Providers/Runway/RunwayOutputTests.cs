using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayOutputTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_fetched_without_the_key()
    {
        await using var server = Serving(fresh: "good");

        await using var output = await RunwayDesk.At(server).OpenOutputAsync(new OutputRequest { Job = RunwayDesk.Job(), Status = Done(server, "good") }, Token);

        Assert.Equal("video", await new StreamReader(output.Stream).ReadToEndAsync(Token));
        Assert.Equal(("video/mp4", 5L, 0L), (output.ContentType, output.TotalBytes, output.Offset));
        Assert.False(Assert.Single(server.Requests).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task An_expired_link_is_refreshed_by_asking_again()
    {
        await using var server = Serving(fresh: "good");

        await using var output = await RunwayDesk.At(server).OpenOutputAsync(new OutputRequest { Job = RunwayDesk.Job(), Status = Done(server, "stale") }, Token);

        Assert.Equal("video", await new StreamReader(output.Stream).ReadToEndAsync(Token));
        Assert.Equal(["/stale?_jwt=s", $"/v1/tasks/{RunwayDesk.Id}", "/good?_jwt=s"], server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_link_that_stays_expired_is_told_without_its_signature()
    {
        await using var server = Serving(fresh: "stale");

        var e = await Assert.ThrowsAsync<ProviderCallException>(() => RunwayDesk.At(server).OpenOutputAsync(new OutputRequest { Job = RunwayDesk.Job(), Status = Done(server, "stale") }, Token));

        Assert.True(e.IsOutputExpired);
        Assert.DoesNotContain("_jwt", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_is_gone_has_no_file()
    {
        await using var server = RawServer.Answering((404, """{"error":"Could not find Task"}"""));

        Assert.Contains("no longer knows", (await Assert.ThrowsAsync<ProviderCallException>(() => RunwayDesk.At(server).OpenOutputAsync(new OutputRequest { Job = RunwayDesk.Job() }, Token))).Message, StringComparison.Ordinal);
    }

    private static ProviderJobStatus Done(RawServer server, string name) => new() { State = ProviderJobState.Succeeded, Outputs = [new Uri(server.BaseUrl, $"{name}?_jwt=s")] };

    private static RawServer Serving(string fresh) => new(c => c.Request.Path switch
    {
        "/good?_jwt=s" => c.AnswerAsync(200, "video", "Content-Type: video/mp4"),
        "/stale?_jwt=s" => c.AnswerAsync(403, "expired"),
        _ => c.AnswerAsync(200, $$"""{"status":"SUCCEEDED","output":["http://{{c.Request.Headers["Host"]}}/{{fresh}}?_jwt=s"]}"""),
    });
}
