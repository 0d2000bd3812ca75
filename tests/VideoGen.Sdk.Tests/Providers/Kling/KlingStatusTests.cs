using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

public sealed class KlingStatusTests
{
    private const string Legacy = "/v1/videos/text2video";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_task_says_where_how_long_and_what_it_cost()
    {
        var (status, path) = await AskAsync(Task("succeeded", """
            "outputs":[{"type":"video","id":"v-1","url":"https://cdn.example/v-1.mp4","duration":"5.04"},{"type":"cover","url":"https://cdn.example/c.png"}],
            "billing":[{"charge_type":"unit","amount":"4","package_type":"video","novelty":1}]
            """));

        Assert.Equal("/tasks?task_ids=812001", path);
        Assert.Equal(
            (ProviderJobState.Succeeded, "https://cdn.example/v-1.mp4", TimeSpan.FromSeconds(5.04), 0.56m, "vg-7c1e"),
            (status.State, status.Outputs.Single().AbsoluteUri, status.Duration, status.ChargeUsd, status.ClientReference));
    }

    [Fact]
    public async Task The_legacy_spelling_is_read_as_well()
    {
        var (status, path) = await AskAsync(
            """
            {"code":0,"data":{"task_id":"812001","task_status":"succeed","task_status_msg":"","created_at":1,"updated_at":2,"task_info":{"external_task_id":"vg-7c1e"},
             "task_result":{"videos":[{"id":"v-2","url":"https://cdn.example/v-2.mp4","duration":5.1}]},"final_unit_deduction":"2.5","final_balance_deduction":{"quota":"0","list_price":"0.35"}}}
            """,
            Legacy);

        Assert.Equal("/v1/videos/text2video/812001", path);
        Assert.Equal((ProviderJobState.Succeeded, 0.35m, "vg-7c1e"), (status.State, status.ChargeUsd, status.ClientReference));
    }

    [Theory]
    [InlineData("""[{"charge_type":"cash","cash_type":"balance","amount":"0.42","currency":"USD"}]""", 0.42)]
    [InlineData("""[{"charge_type":"cash","amount":"3","currency":"CNY"}]""", null)]
    [InlineData("""[{"charge_type":"unit","amount":"2","package_type":"video"},{"charge_type":"cash","amount":0.1,"currency":"USD"}]""", 0.38)]
    [InlineData("""[{"charge_type":"unit","amount":"2","package_type":"image"}]""", null)]
    [InlineData("""[{"charge_type":"unit","amount":"two","package_type":"video"}]""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public async Task A_charge_is_known_only_where_every_part_of_it_has_a_price(string billing, double? usd)
    {
        var (status, _) = await AskAsync(Task("succeeded", $$""" "outputs":[{"type":"video","url":"https://cdn.example/v.mp4"}],"billing":{{billing}} """));

        Assert.Equal((decimal?)usd, status.ChargeUsd);
    }

    [Fact]
    public async Task Yuan_need_a_configured_rate()
    {
        var (status, _) = await AskAsync(
            Task("succeeded", """ "outputs":[{"type":"video","url":"https://cdn.example/v.mp4"}],"billing":[{"charge_type":"cash","amount":"3","currency":"CNY"}] """),
            configure: o => o.UsdPerCny = 0.14m);

        Assert.Equal(0.42m, status.ChargeUsd);
    }

    [Theory]
    [InlineData("submitted", ProviderJobState.Queued)]
    [InlineData("processing", ProviderJobState.Running)]
    [InlineData("hibernating", ProviderJobState.Unknown)]
    [InlineData("succeeded", ProviderJobState.Unknown)]
    public async Task A_word_that_nobody_knows_and_a_success_without_output_are_not_success(string word, ProviderJobState state)
    {
        var (status, _) = await AskAsync(Task(word, """ "outputs":[] """));

        Assert.Equal(state, status.State);
        Assert.StartsWith(word, status.WireState, StringComparison.Ordinal);
        Assert.False(status.IsEnded);
    }

    [Theory]
    [InlineData("Failure to pass the risk control system", """[]""", ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown)]
    [InlineData("Failure to pass the risk control system", """[{"charge_type":"unit","amount":"0","package_type":"video"}]""", ProviderFailureKind.ContentRejected, ChargeCertainty.None)]
    [InlineData("生成内容包含敏感信息", """[{"charge_type":"unit","amount":"4","package_type":"video"}]""", ProviderFailureKind.ContentRejected, ChargeCertainty.Charged)]
    [InlineData("internal timeout", "null", ProviderFailureKind.Transient, ChargeCertainty.Unknown)]
    public async Task A_failed_task_is_read_from_its_words_and_its_bill(string words, string billing, ProviderFailureKind kind, ChargeCertainty charge)
    {
        var (status, _) = await AskAsync(Task("failed", $""" "message":"{words}: {KlingDesk.Prompt}","billing":{billing} """));

        Assert.Equal((ProviderJobState.Failed, kind, charge), (status.State, status.Failure?.Kind, status.Failure?.Charge));
        Assert.DoesNotContain("boat", status.Failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"code":0,"data":[]}""", "/text-to-video/kling-3.0")]
    [InlineData(404, """{"code":1203,"message":"no such resource"}""", Legacy)]
    public async Task An_id_that_is_not_shown_is_not_failed(int code, string body, string route) =>
        Assert.Equal(ProviderJobState.NotVisible, (await AskAsync(body, route, code: code)).Status.State);

    [Theory]
    [InlineData(401, """{"code":1002,"message":"access key not found"}""", ProviderFailureKind.Authentication)]
    [InlineData(429, """{"code":1302,"message":"too fast"}""", ProviderFailureKind.RateLimited)]
    [InlineData(200, "<html>", ProviderFailureKind.Transient)]
    [InlineData(200, """{"code":0,"data":"odd"}""", ProviderFailureKind.Transient)]
    public async Task A_question_that_cannot_be_answered_says_why(int code, string body, ProviderFailureKind kind)
    {
        var thrown = await Assert.ThrowsAsync<ProviderCallException>(() => AskAsync(body, code: code));

        Assert.Equal((kind, ChargeCertainty.None), (thrown.Failure?.Kind, thrown.Failure?.Charge));
    }

    [Theory]
    [InlineData("""[]""", "none")]
    [InlineData("""[{"id":"1","external_id":"vg-7c1e"}]""", "1")]
    [InlineData("""[{"id":"1","external_id":"vg-other"}]""", "none")]
    [InlineData("""[{"id":"1","external_id":"vg-7c1e"},{"id":"2","external_id":"vg-7c1e"}]""", "1 2")]
    public async Task A_lost_submit_is_looked_up_by_our_own_id(string data, string expected)
    {
        await using var server = RawServer.Answering((200, $$"""{"code":0,"data":{{data}}}"""));

        var match = await KlingDesk.At(server).FindAsync(new SubmissionTrace { ClientReference = "vg-7c1e", Route = "/text-to-video/kling-3.0", Model = "kling-3.0", SubmittedAt = default }, Token);

        Assert.Equal("/tasks?external_task_ids=vg-7c1e", server.Requests.Single().Path);
        Assert.Equal(expected, match switch { RemoteJobMatch.Found f => f.RemoteId, RemoteJobMatch.Ambiguous a => string.Join(' ', a.RemoteIds), RemoteJobMatch.NotFound => "none", _ => "?" });
    }

    [Fact]
    public async Task An_expired_link_is_refreshed_and_the_file_host_gets_no_key()
    {
        RawServer? server = null;
        await using var both = server = new RawServer(call => call.Request.Path switch
        {
            "/old.mp4" => call.AnswerAsync(403),
            "/new.mp4" => call.AnswerAsync(200, "video"),
            _ => call.AnswerAsync(200, Task("succeeded", $$""" "outputs":[{"type":"video","url":"{{server!.BaseUrl}}new.mp4"}] """)),
        });
        var stale = new ProviderJobStatus { State = ProviderJobState.Succeeded, Outputs = [new Uri(server.BaseUrl, "old.mp4")] };

        await using var content = await KlingDesk.At(server).OpenOutputAsync(new OutputRequest { Job = KlingDesk.Job(), Status = stale }, Token);

        Assert.Equal("video", await new StreamReader(content.Stream).ReadToEndAsync(Token));
        Assert.All(server.Requests.Where(r => r.Path.EndsWith(".mp4", StringComparison.Ordinal)), r => Assert.False(r.Headers.ContainsKey("Authorization")));
    }

    private static string Task(string status, string more) => $$"""{"code":0,"data":[{"id":"812001","status":"{{status}}","external_id":"vg-7c1e","update_time":1790000090000,{{more}}}]}""";

    private static async Task<(ProviderJobStatus Status, string Path)> AskAsync(string body, string route = "/text-to-video/kling-3.0", int code = 200, Action<KlingOptions>? configure = null)
    {
        await using var server = RawServer.Answering((code, body));
        var status = await KlingDesk.At(server, configure).GetStatusAsync(KlingDesk.Job(route), Token);
        return (status, server.Requests.Single().Path);
    }
}
