using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class WebhookTests
{
    private const string Secret = "whsec_c2FuZGJveC1zZWNyZXQtMzItYnl0ZXMtbG9uZyEhISE=";

    [Fact]
    public async Task Kling_tells_every_change_and_signs_by_standard_webhooks()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        await KlingAsync(caller, box);

        var mails = await box.WaitAsync(3);

        Assert.Equal(["submitted", "processing", "succeeded"], mails.Select(mail => mail.Body["status"]!.GetValue<string>()));
        Assert.All(mails, mail => Assert.Contains(Standard(mail), mail.Headers["webhook-signature"].Split(' ')));
        Assert.Equal(3, mails.Select(mail => mail.Headers["webhook-id"]).Distinct().Count());
    }

    [Fact]
    public async Task Fal_signs_with_a_key_of_its_published_set()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        var vendor = Vendor.Of("fal");
        await caller.CallAsync("POST", vendor.SubmitPath + "?fal_webhook=" + Uri.EscapeDataString(box.Url), vendor.Body, vendor.Headers);

        var mail = (await box.WaitAsync(1))[0];
        var (_, set, _) = await caller.CallAsync("GET", "/fal/.well-known/jwks.json");

        var key = Base64Url.DecodeFromChars(set["keys"]![0]!["x"]!.GetValue<string>());
        var message = Encoding.UTF8.GetBytes(string.Join('\n', mail.Headers["X-Fal-Webhook-Request-Id"], mail.Headers["X-Fal-Webhook-User-Id"],
            mail.Headers["X-Fal-Webhook-Timestamp"],
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Text)))));
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(key, 0));
        verifier.BlockUpdate(message, 0, message.Length);
        Assert.True(verifier.VerifySignature(Convert.FromHexString(mail.Headers["X-Fal-Webhook-Signature"])));
        Assert.Equal("OK", mail.Body["status"]!.GetValue<string>());
        Assert.NotNull(mail.Body["payload"]!["video"]!["url"]);
    }

    [Fact]
    public async Task Fal_tells_of_a_refused_input_only_at_the_end()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        var (status, _, _) = await caller.CallAsync("POST", "/fal/fal-ai/pika/v2.2/text-to-video?fal_webhook=" + Uri.EscapeDataString(box.Url), """{"prompt":"x","duration":7}""", Vendor.Of("fal").Headers);

        var mail = (await box.WaitAsync(1))[0];

        Assert.Equal(200, status);
        Assert.Equal(("ERROR", "Invalid status code: 422"), (mail.Body["status"]!.GetValue<string>(), mail.Body["error"]!.GetValue<string>()));
        Assert.Equal("duration", mail.Body["payload"]!["detail"]![0]!["loc"]![1]!.GetValue<string>());
    }

    [Fact]
    public async Task HeyGen_signs_the_body_in_hex_with_the_whole_endpoint_secret()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        var registered = await caller.CallAsync("POST", "/heygen/v3/webhooks/endpoints", new JsonObject { ["url"] = box.Url }.ToJsonString(), "X-Api-Key: k");
        await Vendor.Of("heygen").SubmitAsync(caller);
        var first = (await box.WaitAsync(1))[0];
        var rotated = await caller.CallAsync("POST", $"/heygen/v3/webhooks/endpoints/{registered.Body["data"]!["endpoint_id"]}/rotate-secret", null,
            "X-Api-Key: k");
        await Vendor.Of("heygen").SubmitAsync(caller);
        var second = (await box.WaitAsync(2))[1];

        Assert.Equal(Secret, registered.Body["data"]!["secret"]!.GetValue<string>());
        Assert.Equal(Hex(Secret, first.Text), first.Headers["Heygen-Signature"]);
        Assert.Equal(Hex(rotated.Body["data"]!["secret"]!.GetValue<string>(), second.Text), second.Headers["Heygen-Signature"]);
        Assert.NotEqual(first.Headers["Heygen-Event-Id"], second.Headers["Heygen-Event-Id"]);
    }

    [Fact]
    public async Task OpenAI_tells_registered_endpoints()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        var body = new JsonObject { ["name"] = "mine", ["url"] = box.Url, ["event_types"] = new JsonArray("video.completed") };
        var (_, endpoint, _) = await caller.CallAsync("POST", "/openai/v1/webhook_endpoints", body.ToJsonString(), "Authorization: Bearer k");
        var id = await Vendor.Of("openai").SubmitAsync(caller);

        var mail = (await box.WaitAsync(1))[0];

        Assert.Equal(Secret, endpoint["signing_secret"]!.GetValue<string>());
        Assert.Equal(("video.completed", id), (mail.Body["type"]!.GetValue<string>(), mail.Body["data"]!["id"]!.GetValue<string>()));
        Assert.Contains(Standard(mail), mail.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task A_webhook_that_finds_nobody_comes_again_with_the_same_id()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync(count => count == 1 ? 500 : 200);
        await HeyGenAsync(caller, box);

        var mails = await box.WaitAsync(2);

        Assert.Equal(mails[0].Headers["Heygen-Event-Id"], mails[1].Headers["Heygen-Event-Id"]);
    }

    [Theory]
    [InlineData("webhook")]
    [InlineData("submit")]
    public async Task A_duplicate_has_the_same_id(string operation)
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        await caller.FaultAsync($$"""{"vendor":"heygen","operation":"{{operation}}","when":{"next":1},"fault":"webhook-duplicate"}""");
        await HeyGenAsync(caller, box);

        var mails = await box.WaitAsync(2);

        Assert.Equal(mails[0].Headers["Heygen-Event-Id"], mails[1].Headers["Heygen-Event-Id"]);
        Assert.Equal(mails[0].Text, mails[1].Text);
    }

    [Fact]
    public async Task A_reordered_webhook_comes_after_the_one_that_followed_it()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        await caller.FaultAsync("""{"vendor":"kling","operation":"webhook","when":{"next":1},"fault":"webhook-reorder"}""");
        await KlingAsync(caller, box);

        Assert.Equal(["processing", "submitted", "succeeded"], (await box.WaitAsync(3)).Select(mail => mail.Body["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_late_webhook_comes_after_the_end_has_long_been_seen()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        await caller.FaultAsync("""{"vendor":"heygen","operation":"webhook","when":{"next":1},"fault":"webhook-late","seconds":0.5}""");
        var started = TimeProvider.System.GetTimestamp();
        await HeyGenAsync(caller, box);

        await box.WaitAsync(1);

        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(0.55));
    }

    [Fact]
    public async Task An_unsigned_webhook_has_no_signature_at_all()
    {
        await using var caller = await Caller.StartAsync();
        await using var box = await Mailbox.OpenAsync();
        await caller.FaultAsync("""{"vendor":"kling","operation":"webhook","when":{"next":1},"fault":"webhook-unsigned"}""");
        await KlingAsync(caller, box);

        var mails = await box.WaitAsync(3);

        Assert.DoesNotContain("webhook-signature", mails[0].Headers.Keys);
        Assert.Contains("webhook-signature", mails[1].Headers.Keys);
    }

    [Fact]
    public async Task A_target_on_another_machine_is_never_called()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("heygen");
        var body = vendor.Body.Replace("{\"model\"", "{\"callback_url\":\"http://192.0.2.1/hook\",\"model\"", StringComparison.Ordinal);

        var (status, answer, _) = await caller.CallAsync("POST", vendor.SubmitPath, body, vendor.Headers);

        Assert.Equal(202, status);
        Assert.Equal(vendor.Done, vendor.State(await vendor.EndAsync(caller, vendor.Id(answer))));
    }

    private static async Task KlingAsync(Caller caller, Mailbox box)
    {
        var vendor = Vendor.Of("kling");
        await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body.Replace("\"settings\"", $"\"options\":{{\"callback_url\":\"{box.Url}\"}},\"settings\"",
            StringComparison.Ordinal), vendor.Headers);
    }

    private static async Task HeyGenAsync(Caller caller, Mailbox box)
    {
        var vendor = Vendor.Of("heygen");
        await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body.Replace("{\"model\"",
            $"{{\"callback_url\":\"{box.Url}\",\"model\"", StringComparison.Ordinal), vendor.Headers);
    }

    private static string Standard(Mailbox.Mail mail) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(Secret["whsec_".Length..]),
            Encoding.UTF8.GetBytes($"{mail.Headers["webhook-id"]}.{mail.Headers["webhook-timestamp"]}.{mail.Text}")));

    private static string Hex(string secret, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret),
        Encoding.UTF8.GetBytes(text)));
}
