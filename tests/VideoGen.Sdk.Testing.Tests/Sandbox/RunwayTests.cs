using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class RunwayTests
{
    private static readonly string[] Headers = Vendor.Of("runway").Headers;

    [Theory]
    [InlineData("text_to_video", """{"model":"gen4.5","promptText":"x","ratio":"960:960","duration":5}""", "ratio")]
    [InlineData("text_to_video", """{"model":"gen4.5","promptText":"x","ratio":"1280:720","duration":11}""", "duration")]
    [InlineData("text_to_video", """{"model":"gen4.5","promptText":"x","ratio":"1280:720","duration":5,"audio":true}""", "audio")]
    [InlineData("text_to_video", """{"model":"gen4.5","ratio":"1280:720","duration":5}""", "promptText")]
    [InlineData("text_to_video", """{"model":"gen4_turbo","promptText":"x","ratio":"1280:720"}""", "model")]
    [InlineData("text_to_video", """{"model":"veo3.1","promptText":"x","ratio":"1280:720","duration":5}""", "duration")]
    [InlineData("text_to_video", """{"model":"hailuo3","promptText":"x","seed":7}""", "seed")]
    [InlineData("text_to_video", """{"model":"gemini_omni_flash","promptText":"x","references":[]}""", "references")]
    [InlineData("text_to_video", """{"model":"seedance2_fast","promptText":"x","ratio":"1920:1080"}""", "ratio")]
    [InlineData("image_to_video", """{"model":"wan3","promptText":"x"}""", "promptImage")]
    [InlineData("video_to_video", """{"model":"gemini_omni_flash","promptText":"x","videoUri":"https://a.example/b.mp4","duration":5}""", "duration")]
    [InlineData("image_to_video", """{"model":"gen4_turbo","promptImage":"http://a.example/b.png","ratio":"1280:720"}""", "promptImage")]
    [InlineData("image_to_video", """{"model":"gen4_turbo","promptImage":"https://10.0.0.1/b.png","ratio":"1280:720"}""", "promptImage")]
    [InlineData("image_to_video", """{"model":"gen4_turbo","promptImage":"runway://nothing","ratio":"1280:720"}""", "promptImage")]
    [InlineData("image_to_video", """{"model":"veo3.1","promptImage":[{"uri":"https://a.example/b.png","position":"last"}],"ratio":"1280:720"}""", "promptImage")]
    [InlineData("video_to_video", """{"model":"aleph2","promptVideo":"https://a.example/b.mp4"}""", "promptVideo")]
    [InlineData("video_to_video", """{"model":"gen4_aleph","videoUri":"https://a.example/b.mp4"}""", "model")]
    [InlineData("character_performance", """{"model":"act_two","character":{"type":"image","uri":"https://a.example/b.png"}}""", "reference")]
    public async Task A_body_outside_the_union_is_refused_and_the_issue_named(string endpoint, string body, string field)
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.CallAsync("POST", "/runway/v1/" + endpoint, body, Headers);

        Assert.Equal((400, "Validation of body failed"), (answer.Status, answer.Body["error"]!.GetValue<string>()));
        Assert.Contains(answer.Body["issues"]!.AsArray(), issue => issue!["path"]![0]!.GetValue<string>() == field);
    }

    [Theory]
    [InlineData("text_to_video", """{"model":"seedance2_5","promptText":"x","ratio":"2206:946"}""")]
    [InlineData("text_to_video", """{"model":"gen4.5","promptText":"x","ratio":"1280:720","duration":5,"outputFormat":"prores","proresProfile":"422 HQ"}""")]
    [InlineData("text_to_video", """{"model":"grok_imagine_1_5","promptText":"x","referenceAudio":[{"type":"audio","uri":"https://a.example/b.mp3"}]}""")]
    [InlineData("text_to_video", """{"model":"hailuo3","promptText":"x","resolution":"2K"}""")]
    [InlineData("video_to_video", """{"model":"hailuo3","promptText":"x","promptVideo":"https://a.example/b.mp4","referenceVideos":[{"type":"video","uri":"https://a.example/c.mp4"}]}""")]
    public async Task A_body_inside_the_union_is_taken(string endpoint, string body)
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.CallAsync("POST", "/runway/v1/" + endpoint, body, Headers);

        Assert.True(answer.Status == 200, answer.Body.ToJsonString());
    }

    [Theory]
    [InlineData("text_to_video", """{"model":"veo3.1","promptText":"x","ratio":"1920:1080","duration":4,"audio":true}""", 160, 160)]
    [InlineData("text_to_video", """{"model":"seedance2","promptText":"x","ratio":"1280:720","duration":"auto"}""", 540, 180)]
    [InlineData("image_to_video", """{"model":"gen4_turbo","promptImage":"https://a.example/b.png","ratio":"960:960","duration":10}""", 50, 50)]
    [InlineData("image_to_video", """{"model":"hailuo3","promptText":"x","promptImage":[{"uri":"https://a.example/b.png"}],"ratio":"adaptive","resolution":"2k"}""", 75, 75)]
    [InlineData("video_to_video", """{"model":"aleph2","promptText":"x","videoUri":"https://a.example/b.mp4","targetAspectRatio":"9:16"}""", 140, 140)]
    [InlineData("character_performance", """{"model":"act_two","character":{"type":"image","uri":"https://a.example/b.png"},"reference":{"type":"video","uri":"https://a.example/b.mp4"},"ratio":"720:1280"}""", 25, 25)]
    public async Task The_estimate_is_the_most_and_the_cost_what_it_was(string endpoint, string body, decimal estimate, decimal cost)
    {
        await using var caller = await Caller.StartAsync();
        var (status, created, _) = await caller.CallAsync("POST", "/runway/v1/" + endpoint, body, Headers);
        Assert.True(status == 200, created.ToJsonString());

        var ended = await Vendor.Of("runway").EndAsync(caller, created["id"]!.GetValue<string>());

        Assert.Equal((estimate, cost), (created["estimatedCost"]!["credits"]!.GetValue<decimal>(), ended["cost"]!["credits"]!.GetValue<decimal>()));
        Assert.Equal(cost / 100, Assert.Single(caller.Sandbox.Charges).AmountUsd);
    }

    [Fact]
    public async Task The_version_header_is_mandatory()
    {
        await using var caller = await Caller.StartAsync();

        var without = await caller.CallAsync("GET", "/runway/v1/organization", null, "Authorization: Bearer k");
        var wrong = await caller.CallAsync("GET", "/runway/v1/organization", null, "Authorization: Bearer k", "X-Runway-Version: 2023-01-01");

        Assert.Equal((400, 400), (without.Status, wrong.Status));
    }

    [Fact]
    public async Task Beyond_its_places_a_task_is_throttled_and_then_runs()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromSeconds(0.3), Concurrency = new Dictionary<string,
            int> { ["runway"] = 1 } });
        var vendor = Vendor.Of("runway");
        await vendor.SubmitAsync(caller);
        var second = await vendor.SubmitAsync(caller);

        Assert.Equal("THROTTLED", vendor.State((await caller.CallAsync("GET", vendor.StatusPath(second), null, Headers)).Body));
        await vendor.EndAsync(caller, second);
        Assert.Equal(2, caller.Sandbox.Charges.Count);
    }

    [Fact]
    public async Task A_delete_before_the_start_is_free_and_one_after_the_end_destroys_the_result()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromSeconds(0.5), Concurrency = new Dictionary<string,
            int> { ["runway"] = 1 } });
        var vendor = Vendor.Of("runway");
        var (first, waiting) = (await vendor.SubmitAsync(caller), await vendor.SubmitAsync(caller));
        var dropped = await caller.CallAsync("DELETE", vendor.StatusPath(waiting), null, Headers);
        await vendor.EndAsync(caller, first);
        var link = (await vendor.LinkAsync(caller, first))!;

        var deleted = await caller.CallAsync("DELETE", vendor.StatusPath(first), null, Headers);
        var again = await caller.CallAsync("DELETE", vendor.StatusPath(first), null, Headers);
        var gone = await caller.CallAsync("GET", vendor.StatusPath(waiting), null, Headers);
        using var file = await caller.SendAsync("GET", link);

        Assert.Equal((204, 204, 404, 404, 404), (dropped.Status, deleted.Status, again.Status, gone.Status, (int)file.StatusCode));
        Assert.Equal(first, Assert.Single(caller.Sandbox.Charges).RemoteId);
    }

    [Fact]
    public async Task A_delete_while_it_runs_does_not_give_the_credits_back()
    {
        await using var caller = await Caller.StartAsync(2);
        var vendor = Vendor.Of("runway");
        var id = await vendor.SubmitAsync(caller);
        await caller.UntilAsync(vendor.StatusPath(id), body => vendor.State(body) == "RUNNING", Headers);

        await caller.CallAsync("DELETE", vendor.StatusPath(id), null, Headers);
        var (_, usage, _) = await caller.CallAsync("POST", "/runway/v1/organization/usage", "{}", Headers);
        var (_, organization, _) = await caller.CallAsync("GET", "/runway/v1/organization", null, Headers);

        Assert.Equal(60m, usage["results"]!.AsArray().SelectMany(day => day!["usedCredits"]!.AsArray()).Sum(used => used!["amount"]!.GetValue<decimal>()));
        Assert.Equal("gen4.5", usage["models"]![0]!.GetValue<string>());
        Assert.Equal(999_940m, organization["creditBalance"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task An_upload_takes_one_form_with_its_fields_and_then_serves_as_an_input()
    {
        await using var caller = await Caller.StartAsync();
        var (_, slot, _) = await caller.CallAsync("POST", "/runway/v1/uploads", """{"filename":"a.png","type":"ephemeral"}""", Headers);

        using var stored = await caller.SendAsync("POST", slot["uploadUrl"]!.GetValue<string>(), Form(slot));
        using var twice = await caller.SendAsync("POST", slot["uploadUrl"]!.GetValue<string>(), Form(slot));
        var used = await caller.CallAsync("POST", "/runway/v1/image_to_video", $$"""{"model":"gen4_turbo","promptImage":"{{slot["runwayUri"]}}","ratio":"1280:720"}""", Headers);

        Assert.Equal((204, 403, 200), ((int)stored.StatusCode, (int)twice.StatusCode, used.Status));
    }

    private static MultipartFormDataContent Form(JsonNode slot)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in slot["fields"]!.AsObject())
        {
            form.Add(new StringContent(value!.GetValue<string>()), name);
        }

        form.Add(new ByteArrayContent(new byte[600]), "file", "a.png");
        return form;
    }
}
