namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class OpenAITests
{
    private const string Key = "Authorization: Bearer k";

    [Theory]
    [InlineData("""{"prompt":"x","seconds":8}""", "seconds")]
    [InlineData("""{"prompt":"x","seconds":"5"}""", "seconds")]
    [InlineData("""{"prompt":"x","size":"1920x1080"}""", "size")]
    [InlineData("""{"prompt":"x","seed":1}""", "seed")]
    [InlineData("""{"seconds":"4"}""", "prompt")]
    [InlineData("""{"model":"other","prompt":"x","size":"big"}""", "size")]
    public async Task A_field_it_does_not_take_is_refused_and_named(string body, string param)
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.CallAsync("POST", "/openai/v1/videos", body, Key);

        Assert.Equal((400, param), (answer.Status, answer.Body["error"]!["param"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_form_creates_as_JSON_does()
    {
        await using var caller = await Caller.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "prompt" }, { new StringContent("sora-2-pro"), "model" },
            { new StringContent("1080x1920"), "size" }, { new StringContent("8"), "seconds" } };

        using var answer = await caller.SendAsync("POST", "/openai/v1/videos", form, Key);
        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count == 1);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(5.60m, caller.Sandbox.Charges[0].AmountUsd);
    }

    [Fact]
    public async Task Content_needs_the_key_and_comes_in_three_variants()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("openai");
        var id = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, id);

        using var keyless = await caller.SendAsync("GET", $"/openai/v1/videos/{id}/content");
        async Task<string?> TypeAsync(string variant)
        {
            using var answer = await caller.SendAsync("GET", $"/openai/v1/videos/{id}/content?variant={variant}", null, Key);
            return answer.Content.Headers.ContentType?.MediaType;
        }

        Assert.Equal(401, (int)keyless.StatusCode);
        Assert.Equal(("video/mp4", "image/webp", "image/jpeg", "application/json"),
            (await TypeAsync("video"), await TypeAsync("thumbnail"), await TypeAsync("spritesheet"), await TypeAsync("poster")));
    }

    [Fact]
    public async Task Videos_are_listed_remixed_and_deleted()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("openai");
        var id = await vendor.SubmitAsync(caller);
        var running = await caller.CallAsync("DELETE", vendor.StatusPath(id), null, Key);
        await vendor.EndAsync(caller, id);

        var remix = await caller.CallAsync("POST", $"/openai/v1/videos/{id}/remix", """{"prompt":"y"}""", Key);
        var (_, list, _) = await caller.CallAsync("GET", "/openai/v1/videos?limit=1&order=desc", null, Key);
        var (_, rest, _) = await caller.CallAsync("GET", "/openai/v1/videos?order=desc&after=" + list["last_id"], null, Key);
        var deleted = await caller.CallAsync("DELETE", vendor.StatusPath(id), null, Key);
        var gone = await caller.CallAsync("GET", vendor.StatusPath(id), null, Key);

        Assert.Equal((400, 200, 404), (running.Status, deleted.Status, gone.Status));
        Assert.Equal(id, remix.Body["remixed_from_video_id"]!.GetValue<string>());
        Assert.True(list["has_more"]!.GetValue<bool>());
        Assert.Equal(id, rest["first_id"]!.GetValue<string>());
        Assert.Equal("video.deleted", deleted.Body["object"]!.GetValue<string>());
    }
}
