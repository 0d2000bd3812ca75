using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Fal;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Fal;

public sealed class FalCallbackTests
{
    private const string Done = """{"request_id":"rq-1","gateway_request_id":"rq-1-retry","status":"OK","payload":{"video":{"url":"https://v3.fal.media/files/a/rq-1.mp4"}}}""";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly Ed25519 vendor = new(7);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Done, ProviderJobState.Succeeded)]
    [InlineData("""{"request_id":"rq-1","status":"ERROR","payload":{"detail":[]},"error":"Invalid status code: 422"}""", ProviderJobState.Failed)]
    [InlineData("""{"request_id":"rq-1","status":"NEW","payload":null,"payload_error":"x"}""", null)]
    public async Task A_delivery_that_fits_is_verified_and_names_the_request_of_the_queue(string body, ProviderJobState? state)
    {
        await using var keys = RawServer.Answering((200, vendor.KeySet));

        var reading = await Callback(keys).ReadAsync(Signed(body), Token);

        Assert.Equal((CallbackVerdict.Verified, "rq-1", "rq-1", state, clock.GetUtcNow()), (reading.Verdict, reading.EventId, reading.RemoteId, reading.State, reading.StateAt));
        Assert.False(keys.Requests.Single().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task One_changed_byte_header_or_key_is_refused_without_ids()
    {
        await using var keys = RawServer.Answering((200, vendor.KeySet));
        var good = Signed(Done);
        CallbackDelivery[] wrong =
        [
            good with { Body = Encoding.UTF8.GetBytes(Done.Replace("\"OK\"", "\"KO\"", StringComparison.Ordinal)) },
            good with { Headers = With(good, "X-Fal-Webhook-User-Id", "other") },
            good with { Headers = With(good, "X-Fal-Webhook-Request-Id", "rq-2") },
            good with { Headers = With(good, "X-Fal-Webhook-Timestamp", "soon") },
            good with { Headers = With(good, "X-Fal-Webhook-Signature", "zz") },
            good with { Headers = With(good, "X-Fal-Webhook-Signature", new string('z', 128)) },
            Signed(Done, by: new Ed25519(8)),
            Signed("not json"),
            Signed("{}"),
        ];

        foreach (var delivery in wrong)
        {
            var reading = await Callback(keys).ReadAsync(delivery, Token);
            Assert.Equal((CallbackVerdict.Refused, null, null), (reading.Verdict, reading.EventId, reading.RemoteId));
        }
    }

    [Theory]
    [InlineData(-300, CallbackVerdict.Verified)]
    [InlineData(-301, CallbackVerdict.Refused)]
    [InlineData(300, CallbackVerdict.Verified)]
    [InlineData(301, CallbackVerdict.Refused)]
    public async Task A_delivery_is_good_for_five_minutes_either_way(int seconds, CallbackVerdict verdict)
    {
        await using var keys = RawServer.Answering((200, vendor.KeySet));

        Assert.Equal(verdict, (await Callback(keys).ReadAsync(Signed(Done, at: clock.GetUtcNow().AddSeconds(seconds)), Token)).Verdict);
    }

    [Fact]
    public async Task Keys_are_kept_for_a_day_at_most()
    {
        await using var keys = RawServer.Answering((200, vendor.KeySet));
        var callback = Callback(keys);

        await callback.ReadAsync(Signed(Done), Token);
        clock.Advance(TimeSpan.FromHours(23));
        await callback.ReadAsync(Signed(Done), Token);
        Assert.Single(keys.Requests);
        clock.Advance(TimeSpan.FromHours(1));
        await callback.ReadAsync(Signed(Done), Token);

        Assert.Equal(2, keys.Requests.Count);
    }

    [Fact]
    public async Task A_rotated_key_is_fetched_once_and_strangers_cannot_make_us_fetch_for_ever()
    {
        var rotated = new Ed25519(9);
        await using var keys = RawServer.Answering((200, vendor.KeySet), (200, rotated.KeySet));
        var callback = Callback(keys);
        await callback.ReadAsync(Signed(Done), Token);
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(CallbackVerdict.Verified, (await callback.ReadAsync(Signed(Done, by: rotated), Token)).Verdict);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(CallbackVerdict.Refused, (await callback.ReadAsync(Signed(Done, by: new Ed25519(8)), Token)).Verdict);
        }

        Assert.Equal(2, keys.Requests.Count);
    }

    [Fact]
    public async Task What_cannot_be_checked_is_a_hint_only()
    {
        await using var keys = RawServer.Answering((404, ""));
        var unsigned = Signed(Done) with { Headers = new Dictionary<string, string>() };

        Assert.Equal((CallbackVerdict.Unsigned, "rq-1"), Seen(await Callback(keys).ReadAsync(unsigned, Token)));
        Assert.Equal((CallbackVerdict.Unsigned, "rq-1"), Seen(await Callback(keys).ReadAsync(Signed(Done), Token)));
        Assert.Equal((CallbackVerdict.Unsigned, "rq-1"), Seen(await Callback(keys, withVerifier: false).ReadAsync(Signed(Done), Token)));
    }

    [Fact]
    public async Task Only_a_configured_user_makes_a_signature_prove_the_account()
    {
        await using var keys = RawServer.Answering((200, vendor.KeySet));

        var (unsaid, said, other) = (Callback(keys), Callback(keys, user: "user-1"), Callback(keys, user: "user-2"));

        Assert.False((await unsaid.ReadAsync(Signed(Done), Token)).IsAccountProven);
        Assert.True((await said.ReadAsync(Signed(Done), Token)) is { Verdict: CallbackVerdict.Verified, IsAccountProven: true });
        Assert.Equal(CallbackVerdict.Refused, (await other.ReadAsync(Signed(Done), Token)).Verdict);
        Assert.Contains("WebhookUserId", unsaid.Caveat, StringComparison.Ordinal);
        Assert.Null(said.Caveat);
    }

    private static (CallbackVerdict, string?) Seen(CallbackReading reading) => (reading.Verdict, reading.RemoteId);

    private FalCallback Callback(RawServer keys, bool withVerifier = true, string? user = null)
    {
        var options = new FalOptions { KeySetUrl = new Uri(keys.BaseUrl, "/.well-known/jwks.json"), AllowLoopback = true, WebhookUserId = user };
        return new FalCallback(new FalKeySet(VendorHttp.Create(options.ToKeySetEndpoint), () => options, clock), withVerifier ? vendor : null, clock, () => options);
    }

    private CallbackDelivery Signed(string body, Ed25519? by = null, DateTimeOffset? at = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var time = (at ?? clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var message = $"rq-1\nuser-1\n{time}\n{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
        return new CallbackDelivery
        {
            Body = bytes,
            ReceivedAt = clock.GetUtcNow(),
            Headers = new Dictionary<string, string>
            {
                ["x-fal-webhook-request-id"] = "rq-1",
                ["x-fal-webhook-user-id"] = "user-1",
                ["x-fal-webhook-timestamp"] = time,
                ["x-fal-webhook-signature"] = Convert.ToHexStringLower((by ?? vendor).Sign(Encoding.UTF8.GetBytes(message))),
            },
        };
    }

    private static Dictionary<string, string> With(CallbackDelivery delivery, string name, string value) => new(delivery.Headers) { [name.ToLowerInvariant()] = value };
}
