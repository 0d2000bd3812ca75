using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class KlingTests
{
    private const string Bearer = "Authorization: Bearer k";

    [Theory]
    [InlineData("text-to-video/kling-3.0", """{"prompt":"x","settings":{"duration":16}}""", 400, 1201)]
    [InlineData("text-to-video/kling-3.0", """{"prompt":"x","settings":{"duration":"5"}}""", 400, 1201)]
    [InlineData("text-to-video/kling-2.6", """{"prompt":"x","settings":{"duration":7}}""", 400, 1201)]
    [InlineData("text-to-video/kling-2.6", """{"prompt":"x","settings":{"audio":"native"}}""", 400, 1201)]
    [InlineData("text-to-video/kling-2.5-turbo", """{"prompt":"x","settings":{"audio":"off"}}""", 400, 1201)]
    [InlineData("text-to-video/kling-3.0", """{"prompt":"x","settings":{"aspect_ratio":"4:3"}}""", 400, 1201)]
    [InlineData("text-to-video/kling-3.0-turbo", """{"prompt":"x","settings":{"resolution":"4k"}}""", 400, 1201)]
    [InlineData("text-to-video/kling-3.0", """{"prompt":"x","negative_prompt":"y"}""", 400, 1201)]
    [InlineData("text-to-video/kling-3.0", """{"settings":{}}""", 400, 1201)]
    [InlineData("text-to-video/kling-9", """{"prompt":"x"}""", 404, 1203)]
    [InlineData("image-to-video/kling-3.0", """{"contents":[{"type":"prompt","text":"x"}]}""", 400, 1201)]
    [InlineData("image-to-video/kling-3.0", """{"contents":[{"type":"last_frame","url":"https://a.example/b.png"}]}""", 400, 1201)]
    [InlineData("image-to-video/kling-3.0", """{"contents":[{"type":"first_frame","url":"data:image/png;base64,AAAA"}]}""", 400, 1201)]
    [InlineData("omni-video/kling-3.0-omni", """{"contents":[{"type":"prompt","text":"x"}]}""", 400, 1201)]
    [InlineData("v1/videos/text2video", """{"prompt":"x"}""", 404, 1203)]
    [InlineData("v1/videos/text2video", """{"model_name":"kling-v2-6","prompt":"x","duration":5}""", 400, 1201)]
    [InlineData("v1/videos/text2video", """{"model_name":"kling-v2-6","prompt":"x","cfg_scale":0.5}""", 400, 1201)]
    [InlineData("v1/videos/image2video", """{"model_name":"kling-v2-6","prompt":"x"}""", 400, 1201)]
    [InlineData("nowhere", "{}", 404, 1202)]
    public async Task What_a_model_does_not_offer_is_refused_with_its_code(string path, string body, int status, int code)
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.CallAsync("POST", "/kling/" + path, body, Bearer);

        Assert.Equal((status, code), (answer.Status, answer.Body["code"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("image-to-video/kling-3.0", """{"contents":[{"type":"prompt","text":"x"},{"type":"first_frame","url":"iVBORw0KGgo="}],"settings":{"duration":3,"multi_shot":false}}""", 0.252)]
    [InlineData("omni-video/kling-o1", """{"contents":[{"type":"prompt","text":"x"},{"type":"base_video","url":"https://a.example/b.mp4"}],"settings":{"resolution":"1080p"}}""", 0.84)]
    [InlineData("motion-control/kling-2.6", """{"contents":[{"type":"image","url":"https://a.example/b.png"},{"type":"video","url":"https://a.example/b.mp4"}],"settings":{"character_orientation":"video"}}""", 0.35)]
    [InlineData("text-to-video/kling-3.0", """{"prompt":"x","settings":{"resolution":"4k","duration":10,"audio":"native"}}""", 4.2)]
    public async Task Prices_follow_the_vendors_list(string path, string body, double usd)
    {
        await using var caller = await Caller.StartAsync();

        await caller.CallAsync("POST", "/kling/" + path, body, Bearer);
        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count == 1);

        Assert.Equal((decimal)usd, caller.Sandbox.Charges[0].AmountUsd);
    }

    [Fact]
    public async Task A_lost_task_is_found_by_its_external_id_and_an_unknown_one_is_just_missing()
    {
        await using var caller = await Caller.StartAsync();
        await caller.CallAsync("POST", "/kling/text-to-video/kling-2.6", """{"prompt":"x","options":{"external_task_id":"mine"}}""", Bearer);

        var (_, found, _) = await caller.CallAsync("GET", "/kling/tasks?external_task_ids=mine,other", null, Bearer);
        var unknown = await caller.CallAsync("GET", "/kling/tasks?task_ids=1", null, Bearer);
        var neither = await caller.CallAsync("GET", "/kling/tasks", null, Bearer);
        var again = await caller.CallAsync("POST", "/kling/text-to-video/kling-2.6", """{"prompt":"x","options":{"external_task_id":"mine"}}""", Bearer);
        var (_, list, _) = await caller.CallAsync("POST", "/kling/tasks", """{"limit":10,"filters":[{"key":"status","values":["submitted","processing","succeeded"]}]}""", Bearer);

        Assert.Equal("mine", Assert.Single(found["data"]!.AsArray())!["external_id"]!.GetValue<string>());
        Assert.Equal((200, 0), (unknown.Status, unknown.Body["data"]!.AsArray().Count));
        Assert.Equal((400, 1201), (neither.Status, neither.Body["code"]!.GetValue<int>()));
        Assert.Equal((400, 1201), (again.Status, again.Body["code"]!.GetValue<int>()));
        Assert.Single(list["data"]!["result"]!.AsArray());
    }

    [Fact]
    public async Task The_legacy_standard_spells_everything_differently()
    {
        await using var caller = await Caller.StartAsync();
        var (_, created, _) = await caller.CallAsync("POST", "/kling/v1/videos/text2video", """{"model_name":"kling-v2-6","prompt":"x","mode":"pro","duration":"5","sound":"off","external_task_id":"mine"}""", Bearer);
        var id = created["data"]!["task_id"]!.GetValue<string>();

        var ended = (await caller.UntilAsync("/kling/v1/videos/text2video/" + id, body => body["data"]!["task_status"]!.GetValue<string>() == "succeed",
            Bearer))["data"]!;
        var byReference = await caller.CallAsync("GET", "/kling/v1/videos/text2video/mine", null, Bearer);
        var otherKind = await caller.CallAsync("GET", "/kling/v1/videos/image2video/" + id, null, Bearer);
        var (_, list, _) = await caller.CallAsync("GET", "/kling/v1/videos/text2video?pageNum=1&pageSize=5", null, Bearer);

        Assert.Equal(("2.5", "5.0", "mine"), (ended["final_unit_deduction"]!.GetValue<string>(),
            ended["task_result"]!["videos"]![0]!["duration"]!.GetValue<string>(), ended["task_info"]!["external_task_id"]!.GetValue<string>()));
        Assert.Equal((200, 404), (byReference.Status, otherKind.Status));
        Assert.Single(list["data"]!.AsArray());
        Assert.Equal(0.35m, Assert.Single(caller.Sandbox.Charges).AmountUsd);
    }

    [Fact]
    public async Task A_signed_token_opens_the_legacy_paths_only()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { KlingAccessKeys = new Dictionary<string,
            string> { ["ak"] = "a-secret-key-of-32-bytes-length!" } });
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        async Task<(int, int)> TryAsync(string path, string secret, long from, long until)
        {
            var answer = await caller.CallAsync("POST", "/kling/" + path, """{"prompt":"x","model_name":"kling-v3"}""", "Authorization: Bearer " + Token(secret, from, until));
            return (answer.Status, answer.Body["code"]!.GetValue<int>());
        }

        Assert.Equal((200, 0), await TryAsync("v1/videos/text2video", "a-secret-key-of-32-bytes-length!", now - 5, now + 1800));
        Assert.Equal((401, 1002), await TryAsync("v1/videos/text2video", "another-secret-key-of-32-bytes!!", now - 5, now + 1800));
        Assert.Equal((401, 1003), await TryAsync("v1/videos/text2video", "a-secret-key-of-32-bytes-length!", now + 600, now + 1800));
        Assert.Equal((401, 1004), await TryAsync("v1/videos/text2video", "a-secret-key-of-32-bytes-length!", now - 1800, now - 5));
        Assert.Equal((401, 1002), await TryAsync("text-to-video/kling-3.0", "a-secret-key-of-32-bytes-length!", now - 5, now + 1800));
    }

    [Fact]
    public async Task The_account_knows_what_was_deducted()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("kling");
        var id = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, id);

        var (_, pack, _) = await caller.CallAsync("POST", "/kling/account/billing/package", "{}", Bearer);
        var costs = await caller.CallAsync("GET", "/kling/account/costs?start_time=1&end_time=2", null, Bearer);
        var tooFast = await caller.CallAsync("GET", "/kling/account/costs?start_time=1&end_time=2", null, Bearer);

        var deduction = Assert.Single(pack["data"]!["result"]!["detail"]!.AsArray())!;
        Assert.Equal((id, "1.5"), (deduction["task_id"]!.GetValue<string>(), deduction["deduction_amount"]!.GetValue<string>()));
        Assert.Equal(999998.5m, costs.Body["data"]!["resource_pack_subscribe_infos"]![0]!["remaining_quantity"]!.GetValue<decimal>());
        Assert.Equal((429, 1302), (tooFast.Status, tooFast.Body["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Beyond_its_places_it_refuses_where_places_are_limited()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { Concurrency = new Dictionary<string, int> { ["kling"] = 1 } });
        var vendor = Vendor.Of("kling");
        await vendor.SubmitAsync(caller);

        var (status, body, _) = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, vendor.Headers);

        Assert.Equal((429, 1303), (status, body["code"]!.GetValue<int>()));
    }

    private static string Token(string secret, long from, long until)
    {
        var head = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
        var claims = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"iss":"ak","nbf":{{from}},"exp":{{until}}}"""));
        return $"{head}.{claims}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{head}.{claims}")))}";
    }
}
