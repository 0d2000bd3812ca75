using System.Net.Http.Headers;
using VideoGen.Sdk.Testing.Sandbox.HeyGen;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class HeyGenTests
{
    private const string Key = "X-Api-Key: k";

    [Theory]
    [InlineData("videos", """{"type":"avatar","avatar_id":"look_1"}""", 400, "invalid_parameter")]
    [InlineData("videos", """{"type":"avatar","avatar_id":"look_1","script":"x","test":true}""", 400, "invalid_parameter")]
    [InlineData("videos", """{"type":"avatar","avatar_id":"nobody","script":"x"}""", 404, "avatar_not_found")]
    [InlineData("videos", """{"type":"avatar","avatar_id":"look_1","script":"x","voice_id":"nobody"}""", 404, "voice_not_found")]
    [InlineData("videos", """{"type":"avatar","avatar_id":"look_1","audio_asset_id":"none"}""", 404, "asset_not_found")]
    [InlineData("videos", """{"type":"cinematic_avatar","avatar_id":["look_1"],"prompt":"x","callback_id":"y"}""", 400, "invalid_parameter")]
    [InlineData("videos", """{"type":"poem"}""", 400, "invalid_parameter")]
    [InlineData("models/videos", """{"model":"heygen-video-1","mode":"text_to_video","prompt":"x","duration":4}""", 400, "invalid_parameter")]
    [InlineData("models/videos", """{"model":"heygen-video-1","mode":"image_to_video","prompt":"x"}""", 400, "invalid_parameter")]
    [InlineData("models/videos", """{"model":"heygen-video-1","mode":"text_to_video","prompt":"x","resolution":"1080p","aspect_ratio":"1:1"}""", 400, "invalid_parameter")]
    [InlineData("video-agents", """{"prompt":"x","duration":30}""", 400, "invalid_parameter")]
    [InlineData("templates/none", """{"variables":{}}""", 404, "template_not_found")]
    public async Task What_it_does_not_take_is_refused_with_its_code(string path, string body, int status, string code)
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.CallAsync("POST", "/heygen/v3/" + path, body, Key);

        Assert.Equal((status, code), (answer.Status, answer.Body["error"]!["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("POST", "/heygen/v2/video/generate")]
    [InlineData("GET", "/heygen/v1/video_status.get?video_id=x")]
    public async Task The_old_versions_are_gone(string method, string path)
    {
        await using var caller = await Caller.StartAsync();

        Assert.Equal(410, (await caller.CallAsync(method, path, method == "POST" ? "{}" : null, Key)).Status);
    }

    [Fact]
    public async Task A_script_is_billed_by_the_length_it_came_to()
    {
        await using var caller = await Caller.StartAsync();
        var (status, created, _) = await caller.CallAsync("POST", "/heygen/v3/videos", """{"type":"avatar","avatar_id":"look_1","script":"Good morning, team. <break time=\"2s\"/> Let us begin.","aspect_ratio":"9:16","callback_id":"job-1"}""", Key);
        var id = created["data"]!["video_id"]!.GetValue<string>();

        var ended = (await caller.UntilAsync("/heygen/v3/videos/" + id, body => body["data"]!["status"]!.GetValue<string>() == "completed", Key))["data"]!;
        var (_, statuses, _) = await caller.CallAsync("GET", $"/heygen/v3/videos/statuses?video_ids={id},none", null, Key);
        var clipPath = await caller.CallAsync("GET", "/heygen/v3/models/videos/" + id, null, Key);
        var seconds = ended["duration"]!.GetValue<decimal>();

        Assert.Equal((200, "waiting", 404), (status, created["data"]!["status"]!.GetValue<string>(), clipPath.Status));
        Assert.InRange(seconds, 2.5m, 6m);
        Assert.Equal((Math.Round(seconds * 0.0667m, 6), "job-1"), (caller.Sandbox.Charges[0].AmountUsd, caller.Sandbox.Charges[0].ClientReference));
        Assert.Equal(["completed", "not_found"], statuses["data"]!.AsArray().Select(item => item!["status"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("A plain English sentence of some length, spoken at ease.", 1)]
    [InlineData("2026 2027 2028 1234567890", 1)]
    [InlineData("こんにちは、世界。今日はいい天気です。", 1.5)]
    [InlineData("안녕하세요 여러분", 0.5)]
    public void Speech_never_takes_longer_than_the_bound_an_app_may_hold_money_for(string script, double speed)
    {
        var bound = script.Sum(sign => 1m / (char.IsDigit(sign) ? 2 : sign >= '\u3040' ? 3 : 8)) / (decimal)speed;

        Assert.InRange(HeyGenSpeech.Seconds(script, (decimal)speed), 0.5m, bound);
    }

    [Fact]
    public async Task A_key_replays_the_first_answer_even_to_another_body()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("heygen");

        var first = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, Key, "Idempotency-Key: once");
        var second = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body.Replace("boat", "fox", StringComparison.Ordinal), Key,
            "Idempotency-Key: once");
        var bad = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, Key, "Idempotency-Key: not a key");
        await vendor.EndAsync(caller, vendor.Id(first.Body));

        Assert.Equal((202, 400), (second.Status, bad.Status));
        Assert.Equal(vendor.Id(first.Body), vendor.Id(second.Body));
        Assert.Single(caller.Sandbox.Charges);
    }

    [Fact]
    public async Task Clips_have_the_vendors_own_sizes()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("heygen");
        var ended = (await vendor.EndAsync(caller, await vendor.SubmitAsync(caller)))["data"]!;

        Assert.Equal((1344, 768), (ended["width"]!.GetValue<int>(), ended["height"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_agent_is_followed_by_its_session_to_a_video()
    {
        await using var caller = await Caller.StartAsync();
        var (_, created, _) = await caller.CallAsync("POST", "/heygen/v3/video-agents", """{"prompt":"x","orientation":"portrait","callback_id":"job-2"}""", Key);

        var session = (await caller.UntilAsync("/heygen/v3/video-agents/" + created["data"]!["session_id"], body =>
            body["data"]!["status"]!.GetValue<string>() == "completed", Key))["data"]!;
        var video = await caller.CallAsync("GET", "/heygen/v3/videos/" + session["video_id"], null, Key);

        Assert.Equal((100, 200, 20m), (session["progress"]!.GetValue<int>(), video.Status, video.Body["data"]!["duration"]!.GetValue<decimal>()));
        Assert.Equal(0.666m, Assert.Single(caller.Sandbox.Charges).AmountUsd);
    }

    [Fact]
    public async Task Templates_lists_assets_and_account_answer()
    {
        await using var caller = await Caller.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2,
            3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "file", "a.png" } };

        using var asset = await caller.SendAsync("POST", "/heygen/v3/assets", form, Key);
        var template = await caller.CallAsync("POST", "/heygen/v3/templates/template_1", """{"variables":{}}""", Key);
        var me = await caller.CallAsync("GET", "/heygen/v3/users/me", null, Key);

        Assert.Equal((200, 200), ((int)asset.StatusCode, template.Status));
        Assert.NotNull(template.Body["data"]!["id"]);
        Assert.Equal("wallet", me.Body["data"]!["billing_type"]!.GetValue<string>());
        foreach (var path in (string[])["avatars", "avatars/looks", "voices", "templates", "webhooks/event-types", "webhooks/endpoints", "webhooks/events"])
        {
            Assert.NotNull((await caller.CallAsync("GET", "/heygen/v3/" + path, null, Key)).Body["data"]);
        }
    }

    [Fact]
    public async Task A_presigned_upload_is_an_asset_only_once_it_was_completed()
    {
        await using var caller = await Caller.StartAsync();
        var (_, asked, _) = await caller.CallAsync("POST", "/heygen/v3/assets/direct-uploads", """{"filename":"a.png","content_type":"image/png","size_bytes":3}""", Key);
        var (id, url) = (asked["data"]!["asset_id"]!.GetValue<string>(), asked["data"]!["upload_url"]!.GetValue<string>());
        var create = $$"""{"type":"image","script":"x","image":{"type":"asset_id","asset_id":"{{id}}"} }""";
        async Task<int> CreateAsync() => (await caller.CallAsync("POST", "/heygen/v3/videos", create, Key)).Status;
        async Task<int> PutAsync(params byte[] bytes)
        {
            using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
            using var answer = await caller.SendAsync("PUT", url, content);
            return (int)answer.StatusCode;
        }

        var nameless = await caller.CallAsync("POST", "/heygen/v3/assets/direct-uploads", """{"filename":"a.png","size_bytes":3}""", Key);
        var early = await caller.CallAsync("POST", $"/heygen/v3/assets/{id}/complete", "{}", Key);
        var (longer, stored, before) = (await PutAsync(1, 2, 3, 4), await PutAsync(1, 2, 3), await CreateAsync());
        var completed = await caller.CallAsync("POST", $"/heygen/v3/assets/{id}/complete", "{}", Key);

        Assert.Equal("image/png", asked["data"]!["upload_headers"]!["Content-Type"]!.GetValue<string>());
        Assert.Equal((400, 409, 403, 200, 404, 200, 200), (nameless.Status, early.Status, longer, stored, before, completed.Status, await CreateAsync()));
    }

    [Theory]
    [InlineData("look_1", "avatar_iv", "motion_prompt", "waves", 400)]
    [InlineData("look_1", "avatar_v", "motion_prompt", "waves", 200)]
    [InlineData("look_2", "avatar_iv", "motion_prompt", "waves", 200)]
    [InlineData("look_2", "avatar_iii", "motion_prompt", "waves", 400)]
    [InlineData("look_2", "avatar_iv", "expressiveness", "high", 200)]
    [InlineData("look_1", "avatar_iv", "expressiveness", "high", 400)]
    [InlineData("look_2", "avatar_v", "expressiveness", "high", 400)]
    public async Task Movement_is_taken_where_the_avatar_and_its_engine_know_it(string look, string engine, string field, string value, int status)
    {
        await using var caller = await Caller.StartAsync();

        Assert.Equal(status, (await caller.CallAsync("POST", "/heygen/v3/videos", $$"""{"type":"avatar","avatar_id":"{{look}}","script":"x","engine":{"type":"{{engine}}"},"{{field}}":"{{value}}"}""", Key)).Status);
    }

    [Fact]
    public async Task Videos_are_listed_by_a_part_of_their_title()
    {
        await using var caller = await Caller.StartAsync();
        foreach (var title in new[] { "Monday vg-1", "Tuesday vg-2" })
        {
            await caller.CallAsync("POST", "/heygen/v3/videos", $$"""{"type":"avatar","avatar_id":"look_1","script":"x","title":"{{title}}"}""", Key);
        }

        var found = (await caller.CallAsync("GET", "/heygen/v3/videos?title=vg-2", null, Key)).Body["data"]!.AsArray();

        Assert.Equal("Tuesday vg-2", Assert.Single(found)!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Beyond_its_places_it_says_when_to_come_again()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { Concurrency = new Dictionary<string, int> { ["heygen"] = 1 } });
        var vendor = Vendor.Of("heygen");
        await vendor.SubmitAsync(caller);

        var (status, body, headers) = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, vendor.Headers);

        Assert.Equal((429, "rate_limit_exceeded"), (status, body["error"]!["code"]!.GetValue<string>()));
        Assert.NotNull(headers.RetryAfter);
    }
}
