using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>Vectors of the scheme that HeyGen's receivers agree on, and what must not pass beside them.</summary>
public sealed class HeyGenCallbackTests
{
    private const string Secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";
    private const string Body = """{"event_type":"avatar_video.success","event_data":{"video_id":"v2","url":"https://files.heygen.ai/v2.mp4","callback_id":"vg-43"}}""";
    private const long At = 1_795_000_300;

    // openssl dgst -sha256 -hmac SECRET over the very bytes of Body: made once, so that the test does not use the code's own way.
    private const string Vector = "70a99a6034aaa5f2ecea35d69674927cd5b7ce2608a04242c31af71b50611abe";

    [Fact]
    public async Task A_delivery_signed_with_the_whole_secret_is_verified_and_read()
    {
        var reading = await ReadAsync(signature: Vector);

        Assert.Equal(
            (CallbackVerdict.Verified, "evt_9", "v2", "vg-43", ProviderJobState.Succeeded),
            (reading.Verdict, reading.EventId, reading.RemoteId, reading.ClientReference, reading.State));
    }

    [Fact]
    public async Task Upper_case_hex_and_a_second_secret_are_good_too()
    {
        Assert.Equal(CallbackVerdict.Verified, (await ReadAsync(signature: Vector.ToUpperInvariant())).Verdict);
        Assert.Equal(CallbackVerdict.Verified, (await ReadAsync(secrets: ["whsec_other", Secret])).Verdict);
    }

    [Theory]
    [InlineData("whsec_wrong", Body)]
    [InlineData("dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=", Body)]
    [InlineData(Secret, """{"event_type":"avatar_video.success","event_data":{"video_id":"v3"}}""")]
    public async Task A_wrong_secret_and_a_tampered_body_are_refused_and_give_no_id(string signedWith, string signedBody)
    {
        var reading = await ReadAsync(signature: Sign(signedWith, signedBody));

        Assert.Equal((CallbackVerdict.Refused, null, null, null), (reading.Verdict, reading.RemoteId, reading.ClientReference, reading.EventId));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("zz")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=")]
    public async Task What_is_no_hex_of_the_right_length_is_refused(string signature) => Assert.Equal(CallbackVerdict.Refused, (await ReadAsync(signature: signature)).Verdict);

    [Fact]
    public async Task An_unsigned_delivery_and_one_without_a_secret_are_hints()
    {
        var unsigned = await ReadAsync(signature: "");
        var unchecked_ = await ReadAsync(secrets: []);

        Assert.Equal((CallbackVerdict.Unsigned, "v2", null), (unsigned.Verdict, unsigned.RemoteId, unsigned.EventId));
        Assert.Equal((CallbackVerdict.Unsigned, "vg-43"), (unchecked_.Verdict, unchecked_.ClientReference));
    }

    [Theory]
    [InlineData(299, true, CallbackVerdict.Verified)]
    [InlineData(-299, true, CallbackVerdict.Verified)]
    [InlineData(301, true, CallbackVerdict.Refused)]
    [InlineData(301, false, CallbackVerdict.Verified)]
    public async Task The_time_beside_the_signature_is_checked_unless_switched_off(int secondsOff, bool isChecked, CallbackVerdict verdict) =>
        Assert.Equal(verdict, (await ReadAsync(now: At + secondsOff, configure: o => o.WebhookTolerance = isChecked ? o.WebhookTolerance : null)).Verdict);

    [Fact]
    public async Task The_old_header_counts_by_option_only()
    {
        Assert.Equal(CallbackVerdict.Unsigned, (await ReadAsync(header: "Signature")).Verdict);
        Assert.Equal(CallbackVerdict.Verified, (await ReadAsync(header: "Signature", configure: o => o.AcceptLegacySignature = true)).Verdict);
    }

    [Theory]
    [InlineData("avatar_video.fail", ProviderJobState.Failed, "v2")]
    [InlineData("video_agent.success", ProviderJobState.Succeeded, null)]
    [InlineData("video_agent.fail", ProviderJobState.Failed, null)]
    [InlineData("avatar_video_caption.success", null, "v2")]
    [InlineData("avatar_video_gif.fail", null, "v2")]
    [InlineData("model_video.success", null, "v2")]
    [InlineData("anything", null, "v2")]
    public async Task Only_the_events_of_a_whole_video_tell_a_state(string type, ProviderJobState? state, string? remoteId)
    {
        var reading = await ReadAsync(body: Body.Replace("avatar_video.success", type, StringComparison.Ordinal));

        Assert.Equal((CallbackVerdict.Verified, state, remoteId, "vg-43"), (reading.Verdict, reading.State, reading.RemoteId, reading.ClientReference));
    }

    [Fact]
    public async Task An_agents_event_belongs_to_its_session_and_the_signed_id_and_time_count_first()
    {
        var reading = await ReadAsync(body: """{"event_id":"evt_body","created_at":1795000299,"event_type":"video_agent.success","event_data":{"session_id":"s1","video_id":"v2","callback_id":"vg-43"}}""");

        Assert.Equal(("s1", "evt_body", DateTimeOffset.FromUnixTimeSeconds(1_795_000_299)), (reading.RemoteId, reading.EventId, reading.StateAt));
    }

    [Theory]
    [InlineData("/v3/video-agents", "avatar_video.success", "\"video_id\":\"v2\"", null)]
    [InlineData("/v3/video-agents", "model_video.success", "\"video_id\":\"v2\"", null)]
    [InlineData("/v3/video-agents", "video_agent.success", "\"video_id\":\"v2\",\"session_id\":\"s1\"", "s1")]
    [InlineData("/v3/video-agents", "avatar_video.success", "\"video_id\":\"v2\",\"session_id\":\"s1\"", "s1")]
    [InlineData("/v3/videos", "avatar_video.success", "\"video_id\":\"v2\"", "v2")]
    [InlineData("/v3/templates/t1", "avatar_video.fail", "\"video_id\":\"v2\"", "v2")]
    [InlineData("/v3/models/videos", "model_video.success", "\"video_id\":\"v2\"", "v2")]
    [InlineData("/v3/videos", "video_agent.success", "\"session_id\":\"s1\"", null)]
    public async Task An_id_that_the_jobs_own_status_call_does_not_take_is_not_bound_but_still_wakes(string route, string type, string ids, string? remoteId)
    {
        var reading = await ReadAsync(body: $$$"""{"event_type":"{{{type}}}","event_data":{{{{ids}}},"callback_id":"vg-43"}}""", route: route);

        Assert.Equal((CallbackVerdict.Verified, remoteId, "vg-43"), (reading.Verdict, reading.RemoteId, reading.ClientReference));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\u0000")]
    [InlineData("""{"event_type":"avatar_video.success"}""")]
    [InlineData("""{"event_type":{},"event_data":{}}""")]
    [InlineData("""{"event_type":"a","event_data":[]}""")]
    public async Task Garbage_is_refused(string body)
    {
        Assert.Equal(CallbackVerdict.Refused, (await ReadAsync(body: body)).Verdict);
        Assert.Equal(CallbackVerdict.Refused, (await ReadAsync(body: body, signature: "")).Verdict);
    }

    private static string Sign(string secret, string body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private static async Task<CallbackReading> ReadAsync(
        string? signature = null, string body = Body, long now = At, string[]? secrets = null, string header = "Heygen-Signature", Action<HeyGenOptions>? configure = null, string? route = null)
    {
        var options = new HeyGenOptions();
        foreach (var secret in secrets ?? [Secret])
        {
            options.WebhookSecrets.Add(secret);
        }

        configure?.Invoke(options);
        var headers = new Dictionary<string, string> { ["heygen-event-id"] = "evt_9", ["Heygen-Timestamp"] = "1795000300", [header] = signature ?? Sign(Secret, body) };
        var at = DateTimeOffset.FromUnixTimeSeconds(now);
        var callback = new HeyGenCallback(() => options, new FakeTimeProvider(at));
        var reading = await callback.ReadAsync(new CallbackDelivery { Body = Encoding.UTF8.GetBytes(body), Headers = headers, ReceivedAt = at }, TestContext.Current.CancellationToken);
        return route is null ? reading : callback.ReadFor(route, reading);
    }
}
