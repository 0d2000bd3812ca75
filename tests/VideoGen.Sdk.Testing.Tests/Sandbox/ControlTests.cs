using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class ControlTests
{
    [Fact]
    public async Task Charges_are_lines_of_JSON()
    {
        await using var caller = await Caller.StartAsync();
        var (kling, runway) = (Vendor.Of("kling"), Vendor.Of("runway"));
        var body = kling.Body.Replace("\"settings\"", "\"options\":{\"external_task_id\":\"mine-1\"},\"settings\"", StringComparison.Ordinal);
        await caller.CallAsync("POST", kling.SubmitPath, body, kling.Headers);
        await runway.SubmitAsync(caller);
        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count == 2);

        using var answer = await caller.SendAsync("GET", "/sandbox/charges");
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n',
            StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();

        Assert.All(lines, line => Assert.Equal(["vendor", "remoteId", "clientReference", "amountUsd", "at"], line.Select(member => member.Key)));
        Assert.Equal("mine-1", lines.Single(line => line["vendor"]!.GetValue<string>() == "kling")["clientReference"]!.GetValue<string>());
        Assert.Null(lines.Single(line => line["vendor"]!.GetValue<string>() == "runway")["clientReference"]);
    }

    [Theory]
    [InlineData("""{"fault":"slow","oops":1}""")]
    [InlineData("""{"fault":"slow","when":{"next":1,"oops":1}}""")]
    [InlineData("""{"fault":"slow","when":{"next":0}}""")]
    [InlineData("""{"fault":"slow","when":{"next":1,"every":2}}""")]
    [InlineData("""{"fault":"slow","when":{"probability":1.5}}""")]
    [InlineData("""{"fault":"melt"}""")]
    [InlineData("""{"fault":"status"}""")]
    [InlineData("""{"fault":"slow","vendor":"nobody"}""")]
    [InlineData("""{"fault":"slow","operation":"dance"}""")]
    [InlineData("""{"fault":"slow","seconds":-1}""")]
    [InlineData("""{"vendor":"kling"}""")]
    [InlineData("""{"fault":"slow","body":{}}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public async Task A_fault_that_makes_no_sense_is_refused(string json)
    {
        await using var caller = await Caller.StartAsync();

        var (status, body, _) = await caller.CallAsync("POST", "/sandbox/faults", json);

        Assert.Equal(400, status);
        Assert.NotNull(body["error"]);
    }

    // The dashes of the table in the package's README; cancel and upload know the first five rows alone.
    [Theory]
    [InlineData("webhook", "status", "accept-then-drop", "stuck", "unknown-state", "moderated-charged", "failed-free", "no-output", "expired-link", "truncated", "endless", "wrong-type")]
    [InlineData("download", "malformed-json", "stuck", "unknown-state", "moderated-charged", "failed-free", "no-output", "webhook-duplicate", "webhook-reorder", "webhook-late", "webhook-unsigned")]
    [InlineData("status", "webhook-duplicate", "webhook-reorder", "webhook-late", "webhook-unsigned")]
    [InlineData("cancel", "stuck", "unknown-state", "moderated-charged", "failed-free", "no-output", "expired-link", "truncated", "endless", "wrong-type", "webhook-duplicate", "webhook-reorder", "webhook-late", "webhook-unsigned")]
    [InlineData("upload", "stuck", "unknown-state", "moderated-charged", "failed-free", "no-output", "expired-link", "truncated", "endless", "wrong-type", "webhook-duplicate", "webhook-reorder", "webhook-late", "webhook-unsigned")]
    [InlineData("submit")]
    [InlineData("*")]
    public async Task A_fault_is_refused_exactly_where_it_can_never_strike(string operation, params string[] dashes)
    {
        string[] all = ["status", "drop-before-accept", "accept-then-drop", "slow", "malformed-json", "stuck", "unknown-state", "moderated-charged", "failed-free", "no-output",
            "expired-link", "truncated", "endless", "wrong-type", "webhook-duplicate", "webhook-reorder", "webhook-late", "webhook-unsigned"];
        await using var caller = await Caller.StartAsync();
        var refused = new List<string>();
        foreach (var fault in all)
        {
            var (status, body, _) = await caller.CallAsync("POST", "/sandbox/faults", $$"""{"operation":"{{operation}}","fault":"{{fault}}","status":500}""");
            if (status == 400)
            {
                refused.Add(fault);
                Assert.Contains("never strikes", body["error"]!.GetValue<string>(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(dashes.Order(), refused.Order());
    }

    [Fact]
    public async Task Faults_can_be_cleared()
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync("""{"vendor":"*","operation":"*","when":{"every":1},"fault":"status","status":500}""");

        using var cleared = await caller.SendAsync("DELETE", "/sandbox/faults");

        Assert.True(cleared.IsSuccessStatusCode);
        await Vendor.Of("pika").SubmitAsync(caller);
    }

    [Fact]
    public async Task A_reset_forgets_faults_tasks_and_charges()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("runway");
        var ended = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, ended);
        await vendor.SubmitAsync(caller);
        await caller.FaultAsync("""{"fault":"status","status":500,"when":{"every":1}}""");

        using var reset = await caller.SendAsync("POST", "/sandbox/reset");
        var (status, _, _) = await caller.CallAsync("GET", vendor.StatusPath(ended), null, vendor.Headers);
        var next = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, next);

        Assert.True(reset.IsSuccessStatusCode);
        Assert.Equal(404, status);
        Assert.Equal(next, Assert.Single(caller.Sandbox.Charges).RemoteId);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://example.com:5055")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("nowhere")]
    public async Task It_listens_on_loopback_only(string url)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => VideoSandbox.StartAsync(new VideoSandboxOptions { Url = url },
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Places_of_a_vendor_that_it_does_not_know_are_refused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => VideoSandbox.StartAsync(
            new VideoSandboxOptions { Concurrency = new Dictionary<string, int> { ["runwya"] = 1 } }, TestContext.Current.CancellationToken));

        Assert.Contains("runway", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("stuck", false)]
    public async Task It_says_whether_a_task_moves_on_by_itself(string fault, bool moves)
    {
        await using var caller = await Caller.StartAsync(renderSeconds: 3600);
        if (fault.Length > 0)
        {
            await caller.FaultAsync($$"""{"vendor":"openai","operation":"submit","fault":"{{fault}}"}""");
        }

        Assert.False(caller.Sandbox.IsRendering);
        var (status, _, _) = await caller.CallAsync("POST", "/openai/v1/videos", """{"model":"sora-2","prompt":"a boat"}""", "Authorization: Bearer k");

        Assert.Equal((200, moves), (status, caller.Sandbox.IsRendering));
        caller.Sandbox.Reset();
        Assert.False(caller.Sandbox.IsRendering);
    }

    [Theory]
    [InlineData("success", "completed")]
    [InlineData("unknown-state", null)]
    public async Task A_task_that_ended_or_will_never_be_heard_of_again_does_not_move(string fault, string? word)
    {
        await using var caller = await Caller.StartAsync(renderSeconds: 0.05);
        if (word is null)
        {
            await caller.FaultAsync($$"""{"vendor":"openai","operation":"submit","fault":"{{fault}}"}""");
        }

        var (_, made, _) = await caller.CallAsync("POST", "/openai/v1/videos", """{"model":"sora-2","prompt":"a boat"}""", "Authorization: Bearer k");
        await caller.UntilAsync($"/openai/v1/videos/{made["id"]}", v => !caller.Sandbox.IsRendering && (word is null || (string?)v["status"] == word), "Authorization: Bearer k");

        Assert.False(caller.Sandbox.IsRendering);
    }

    [Fact]
    public async Task A_foreign_host_name_is_not_served()
    {
        await using var caller = await Caller.StartAsync();

        using var answer = await caller.SendAsync("GET", "/sandbox/charges", null, "Host: rebound.example");

        Assert.Equal(421, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Two_thousand_tasks_end_and_are_charged_once_each()
    {
        await using var caller = await Caller.StartAsync(0.5);
        var vendor = Vendor.Of("kling");
        var ids = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 16,
            CancellationToken = TestContext.Current.CancellationToken }, async (_, _) => ids.Add(await vendor.SubmitAsync(caller)));
        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count >= 2000);

        Assert.Equal(ids.Order(), caller.Sandbox.Charges.Select(charge => charge.RemoteId).Order());
    }
}
