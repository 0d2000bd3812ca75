using System.Net.Http.Headers;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class PikaTests
{
    private const string Key = "X-API-Key: k";

    [Theory]
    [InlineData("pika-2.5/text-to-video", """{"prompt":"x","aspect_ratio":"9:16"}""")]
    [InlineData("pika-2.5/text-to-video", """{"prompt":"x","duration_s":10}""")]
    [InlineData("pika-2.5/text-to-video", """{"prompt":"x","resolution":"480p"}""")]
    [InlineData("pika-2.5/text-to-video", """{"duration_s":5}""")]
    [InlineData("pika-2.5/image-to-video", """{"image":"data:image/png;base64,AAAA"}""")]
    [InlineData("pika-2.5/image-to-video", """{"prompt":"x"}""")]
    [InlineData("pikaframes/image-to-video", """{"images":["https://a.example/b.png"]}""")]
    public async Task An_input_it_does_not_take_is_a_422(string operation, string body)
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.CallAsync("POST", "/pika/v1/media/pika/" + operation, body, Key);

        Assert.Equal(422, answer.Status);
        Assert.NotNull(answer.Body["message"]);
    }

    [Fact]
    public async Task A_key_returns_the_first_job_and_refuses_another_body()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("pika");
        string[] headers = [Key, "Idempotency-Key: once"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, headers)));
        var other = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body.Replace("boat", "fox", StringComparison.Ordinal), headers);
        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count > 0);

        var id = Assert.Single(answers.Select(answer => vendor.Id(answer.Body)).Distinct());
        Assert.Equal(409, other.Status);
        Assert.Equal((id, "once"), (caller.Sandbox.Charges.Single().RemoteId, caller.Sandbox.Charges.Single().ClientReference));
    }

    [Fact]
    public async Task The_catalogue_tells_fields_and_prices_without_a_key()
    {
        await using var caller = await Caller.StartAsync();

        var (_, entry, _) = await caller.CallAsync("GET", "/pika/catalog/apis/pika/pika-2.5/text-to-video?expand=inputs");
        var (_, list, _) = await caller.CallAsync("GET", "/pika/catalog/apis");

        Assert.Equal(40_000, entry["display_pricing"]!["components"]![0]!["price_tiers"]![0]!["micro_usd"]!.GetValue<long>());
        Assert.NotNull(entry["input_schema"]!["properties"]!["prompt"]);
        Assert.True(list["apis"]!.AsArray().Count > 5);
    }

    [Fact]
    public async Task An_upload_is_put_without_the_key_and_then_serves_as_an_input()
    {
        await using var caller = await Caller.StartAsync();
        var (_, slot, _) = await caller.CallAsync("POST", "/pika/v1/media/uploads", """{"content_type":"image/png","size_bytes":3}""", Key);
        var create = $$"""{"image":"{{slot["url"]}}"}""";

        var early = await caller.CallAsync("POST", "/pika/v1/media/pika/pika-2.5/image-to-video", create, Key);
        using var leaked = await caller.SendAsync("PUT", slot["upload_url"]!.GetValue<string>(), Picture(), Key);
        using var put = await caller.SendAsync("PUT", slot["upload_url"]!.GetValue<string>(), Picture());
        var then = await caller.CallAsync("POST", "/pika/v1/media/pika/pika-2.5/image-to-video", create, Key);
        var huge = await caller.CallAsync("POST", "/pika/v1/media/uploads", """{"content_type":"image/png","size_bytes":200000000}""", Key);
        var strange = await caller.CallAsync("POST", "/pika/v1/media/uploads", """{"content_type":"text/html","size_bytes":3}""", Key);

        Assert.Equal((422, 403, 200, 200, 413, 415), (early.Status, (int)leaked.StatusCode, (int)put.StatusCode, then.Status, huge.Status, strange.Status));
    }

    [Fact]
    public async Task Content_is_a_409_until_the_job_is_done_and_the_balance_falls()
    {
        await using var caller = await Caller.StartAsync(0.5);
        var vendor = Vendor.Of("pika");
        var id = await vendor.SubmitAsync(caller);
        var early = await caller.CallAsync("GET", $"/pika/v1/media/jobs/{id}/content", null, Key);
        var running = await caller.CallAsync("GET", $"/pika/v1/media/jobs/{id}", null, Key);

        await vendor.EndAsync(caller, id);
        var done = await caller.CallAsync("GET", $"/pika/v1/media/jobs/{id}/content", null, Key);
        var (_, balance, _) = await caller.CallAsync("GET", "/pika/billing/balance", null, Key);
        var (_, spend, _) = await caller.CallAsync("GET", "/pika/billing/spend/daily", null, Key);

        Assert.Equal((409, 200), (early.Status, done.Status));
        Assert.Equal(["id", "status", "output", "error"], running.Body.AsObject().Select(member => member.Key));
        Assert.Equal(9_999_800_000, balance["balance_micro_usd"]!.GetValue<long>());
        Assert.Equal(200_000, spend["results"]![0]!["amount_micro_usd"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_file_on_the_APIs_own_host_takes_the_key_it_knows_and_no_other()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50), ApiKeys = new HashSet<string> { "k" } });
        var vendor = Vendor.Of("pika");
        var ended = await vendor.EndAsync(caller, await vendor.SubmitAsync(caller));
        var link = ended["output"]!["url"]?.GetValue<string>() ?? ended["output"]!["video"]!["url"]!.GetValue<string>();

        using var bare = await caller.SendAsync("GET", link, null);
        using var known = await caller.SendAsync("GET", link, null, "X-API-Key: k");
        using var foreign = await caller.SendAsync("GET", link, null, "X-API-Key: other");

        Assert.Equal((200, 200, 401), ((int)bare.StatusCode, (int)known.StatusCode, (int)foreign.StatusCode));
    }

    private static ByteArrayContent Picture() => new([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
}
