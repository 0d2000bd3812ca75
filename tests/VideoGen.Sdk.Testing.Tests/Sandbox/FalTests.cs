namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class FalTests
{
    private const string Key = "Authorization: Key k";

    [Fact]
    public async Task Returned_URLs_carry_owner_and_app_only_and_the_status_code_tells_whether_it_is_over()
    {
        await using var caller = await Caller.StartAsync(0.5);
        var (_, created, _) = await caller.CallAsync("POST", "/fal/fal-ai/pika/v2.2/text-to-video", """{"prompt":"x"}""", Key);
        var (id, statusUrl) = (created["request_id"]!.GetValue<string>(), created["status_url"]!.GetValue<string>());

        var waiting = await caller.CallAsync("GET", statusUrl, null, Key);
        var early = await caller.CallAsync("GET", created["response_url"]!.GetValue<string>(), null, Key);
        await Vendor.Of("fal").EndAsync(caller, id);
        var done = await caller.CallAsync("GET", statusUrl, null, Key);
        var subPath = await caller.CallAsync("GET", $"/fal/fal-ai/pika/v2.2/text-to-video/requests/{id}/status", null, Key);

        Assert.EndsWith($"/fal/fal-ai/pika/requests/{id}/status", statusUrl, StringComparison.Ordinal);
        Assert.Equal((202, 400, 200, 404), (waiting.Status, early.Status, done.Status, subPath.Status));
        Assert.Equal("IN_QUEUE", created["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_queue_takes_any_input_and_the_model_refuses_it_at_the_end_for_free()
    {
        await using var caller = await Caller.StartAsync();
        var (status, created, _) = await caller.CallAsync("POST", "/fal/fal-ai/pika/v2.2/image-to-video", """{"prompt":"x","aspect_ratio":"9:16"}""", Key);
        var ended = await Vendor.Of("fal").EndAsync(caller, created["request_id"]!.GetValue<string>());

        var result = await caller.CallAsync("GET", created["response_url"]!.GetValue<string>(), null, Key);

        Assert.Equal((200, 422), (status, result.Status));
        Assert.NotNull(ended["error"]);
        Assert.Equal(2, result.Body["detail"]!.AsArray().Count);
        Assert.Equal("false", Assert.Single(result.Headers.GetValues("X-Fal-Retryable")));
        Assert.Empty(caller.Sandbox.Charges);
    }

    [Fact]
    public async Task Moderation_is_COMPLETED_with_an_error_and_a_422_result()
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync("""{"vendor":"fal","operation":"submit","when":{"next":1},"fault":"moderated-charged"}""");
        var vendor = Vendor.Of("fal");
        var id = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, id);

        var result = await caller.CallAsync("GET", vendor.ResultPath!(id), null, Key);

        Assert.Equal((422, "content_policy_violation"), (result.Status, result.Body["detail"]![0]!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Any_other_model_is_served_too()
    {
        await using var caller = await Caller.StartAsync();

        var (status, body, _) = await caller.CallAsync("POST", "/fal/someone/some-model", """{"anything":1,"duration":"8s","resolution":"1080p","aspect_ratio":"9:16"}""", Key);
        await caller.UntilAsync($"/fal/someone/some-model/requests/{body["request_id"]}/status", answer => answer["status"]!.GetValue<string>() == "COMPLETED",
            Key);

        Assert.Equal(200, status);
        Assert.Equal(0.72m, Assert.Single(caller.Sandbox.Charges).AmountUsd);
    }

    [Theory]
    [InlineData("v2.1", "1080p", 10, 0.40)]
    [InlineData("v2/turbo", "1080p", 10, 0.20)]
    [InlineData("v2.2", "1080p", 10, 0.90)]
    public async Task Older_models_are_charged_by_the_video(string version, string resolution, int seconds, double usd)
    {
        await using var caller = await Caller.StartAsync();
        await caller.CallAsync("POST", $"/fal/fal-ai/pika/{version}/text-to-video", $$"""{"prompt":"x","resolution":"{{resolution}}","duration":{{seconds}} }""", Vendor.Of("fal").Headers);

        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count == 1);

        Assert.Equal((decimal)usd, caller.Sandbox.Charges[0].AmountUsd);
    }

    [Fact]
    public async Task A_waiting_request_can_be_taken_out_and_a_finished_one_cannot()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromSeconds(0.5), Concurrency = new Dictionary<string,
            int> { ["fal"] = 1 } });
        var vendor = Vendor.Of("fal");
        var (first, second) = (await vendor.SubmitAsync(caller), await vendor.SubmitAsync(caller));
        var queued = await caller.CallAsync("GET", vendor.StatusPath(second), null, Key);

        var cancelled = await caller.CallAsync("PUT", $"/fal/fal-ai/pika/requests/{second}/cancel", null, Key);
        await vendor.EndAsync(caller, first);
        var late = await caller.CallAsync("PUT", $"/fal/fal-ai/pika/requests/{first}/cancel", null, Key);
        var unknown = await caller.CallAsync("PUT", "/fal/fal-ai/pika/requests/none/cancel", null, Key);

        Assert.Equal("IN_QUEUE", queued.Body["status"]!.GetValue<string>());
        Assert.Equal((202, "CANCELLATION_REQUESTED"), (cancelled.Status, cancelled.Body["status"]!.GetValue<string>()));
        Assert.Equal((400, "ALREADY_COMPLETED"), (late.Status, late.Body["status"]!.GetValue<string>()));
        Assert.Equal((404, "NOT_FOUND"), (unknown.Status, unknown.Body["status"]!.GetValue<string>()));
        Assert.Equal(first, Assert.Single(caller.Sandbox.Charges).RemoteId);
    }

    [Fact]
    public async Task A_request_that_waits_longer_than_it_may_is_given_up()
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync("""{"vendor":"fal","operation":"submit","when":{"next":1},"fault":"stuck"}""");
        var vendor = Vendor.Of("fal");
        var (_, created, _) = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, Key, "X-Fal-Request-Timeout: 1.1");
        var id = vendor.Id(created);
        await vendor.EndAsync(caller, id);

        var result = await caller.CallAsync("GET", vendor.ResultPath!(id), null, Key);

        Assert.Equal((504, "request_timeout"), (result.Status, result.Body["error_type"]!.GetValue<string>()));
        Assert.Equal("user", Assert.Single(result.Headers.GetValues("X-Fal-Request-Timeout-Type")));
    }
}
