using System.Text;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.OpenAICompatible;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

public sealed class OpenAICallbackTests
{
    // The test vector of the wire facts.
    private const string Secret = "whsec_dmlkZW9nZW4tc2RrLXRlc3Qtc2VjcmV0LTMyYnl0ZXM=";
    private const string Body = """{"id":"evt_t1","object":"event","created_at":1758700000,"type":"video.completed","data":{"id":"video_t1"}}""";
    private const string Signature = "v1,URpbSk6Z384RFImUtp/G3ZOMEJRDsMAul4lRuoFFB+s=";

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public async Task The_vendors_signature_is_verified(int age)
    {
        var reading = await ReadAsync(secondsLater: age);

        Assert.Equal(
            (CallbackVerdict.Verified, "wh_t1", "video_t1", ProviderJobState.Succeeded, DateTimeOffset.FromUnixTimeSeconds(1758700000)),
            (reading.Verdict, reading.EventId, reading.RemoteId, reading.State, reading.StateAt));
    }

    [Fact]
    public async Task Any_secret_of_a_rotation_and_any_signature_of_a_list_will_do() =>
        Assert.Equal(CallbackVerdict.Verified, (await ReadAsync(secrets: ["whsec_bmV3", Secret], signature: "v1,AAAA v2,x " + Signature)).Verdict);

    [Theory]
    [InlineData(301, Signature, Body)]
    [InlineData(-301, Signature, Body)]
    [InlineData(0, "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", Body)]
    [InlineData(0, Signature, """{"id":"evt_t1","type":"video.completed","data":{"id":"video_evil"}}""")]
    public async Task What_was_tampered_with_or_is_old_is_refused_without_ids(int age, string signature, string body)
    {
        var reading = await ReadAsync(age, signature, body);

        Assert.Equal((CallbackVerdict.Refused, null, null), (reading.Verdict, reading.EventId, reading.RemoteId));
    }

    [Fact]
    public async Task Without_a_signature_or_a_secret_it_is_hearsay()
    {
        Assert.Equal((CallbackVerdict.Unsigned, "video_t1"), await ReadAsync(signature: null) is var a ? (a.Verdict, a.RemoteId) : default);
        Assert.Equal((CallbackVerdict.Unsigned, "video_t1"), await ReadAsync(secrets: []) is var b ? (b.Verdict, b.RemoteId) : default);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task What_is_no_event_is_refused(string body) => Assert.Equal(CallbackVerdict.Refused, (await ReadAsync(body: body, signature: null)).Verdict);

    [Fact]
    public async Task Other_events_carry_no_video() =>
        Assert.Null((await ReadAsync(body: """{"id":"evt_9","type":"response.completed","data":{"id":"resp_1"}}""", signature: null)).RemoteId);

    private static async Task<CallbackReading> ReadAsync(int secondsLater = 0, string? signature = Signature, string body = Body, string[]? secrets = null)
    {
        var options = new OpenAICompatibleOptions();
        foreach (var secret in secrets ?? [Secret])
        {
            options.WebhookSecrets.Add(secret);
        }

        var headers = new Dictionary<string, string> { ["Webhook-Id"] = "wh_t1", ["Webhook-Timestamp"] = "1758700000" };
        if (signature is not null)
        {
            headers["Webhook-Signature"] = signature;
        }

        return await new OpenAICompatibleCallback(() => options).ReadAsync(
            new CallbackDelivery { Body = Encoding.UTF8.GetBytes(body), Headers = headers, ReceivedAt = DateTimeOffset.FromUnixTimeSeconds(1758700000 + secondsLater) }, TestContext.Current.CancellationToken);
    }
}
