using System.Text;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

/// <summary>The vendor's own test vector, and what must not pass beside it.</summary>
public sealed class KlingCallbackTests
{
    private const string Secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";
    private const string Body = """{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}""";
    private const string Signature = "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=";
    private const long At = 1_781_080_794;

    [Fact]
    public async Task The_vendors_test_vector_is_verified()
    {
        var reading = await ReadAsync();

        Assert.Equal(
            (CallbackVerdict.Verified, "9876543210", "1234567890", ProviderJobState.Succeeded, DateTimeOffset.FromUnixTimeMilliseconds(1_781_080_794_151)),
            (reading.Verdict, reading.EventId, reading.RemoteId, reading.State, reading.StateAt));
    }

    [Theory]
    [InlineData("v1,AAAAJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4= " + Signature, CallbackVerdict.Verified)]
    [InlineData("v1,AAAAJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=", CallbackVerdict.Refused)]
    [InlineData("v2,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=", CallbackVerdict.Refused)]
    [InlineData("v1,not base64", CallbackVerdict.Refused)]
    [InlineData("v1,UsKl", CallbackVerdict.Refused)]
    [InlineData("", CallbackVerdict.Unsigned)]
    [InlineData(null, CallbackVerdict.Unsigned)]
    public async Task Any_one_matching_signature_is_enough_and_nothing_else_is(string? signature, CallbackVerdict verdict) =>
        Assert.Equal(verdict, (await ReadAsync(signature: signature)).Verdict);

    [Theory]
    [InlineData(299, CallbackVerdict.Verified)]
    [InlineData(-299, CallbackVerdict.Verified)]
    [InlineData(301, CallbackVerdict.Refused)]
    [InlineData(-301, CallbackVerdict.Refused)]
    public async Task A_delivery_is_good_for_five_minutes(int secondsOff, CallbackVerdict verdict) =>
        Assert.Equal(verdict, (await ReadAsync(now: At + secondsOff)).Verdict);

    [Fact]
    public async Task One_changed_byte_is_refused_and_gives_no_id()
    {
        var reading = await ReadAsync(body: Body.Replace("1234567890", "1234567891", StringComparison.Ordinal));

        Assert.Equal((CallbackVerdict.Refused, null), (reading.Verdict, reading.RemoteId));
    }

    [Fact]
    public async Task A_rotated_secret_and_the_old_one_are_both_good() =>
        Assert.Equal(CallbackVerdict.Verified, (await ReadAsync(secrets: ["whsec_bmV3bmV3bmV3bmV3bmV3bmV3", Secret])).Verdict);

    [Fact]
    public async Task Without_a_secret_a_signed_delivery_is_only_a_hint()
    {
        var reading = await ReadAsync(secrets: []);

        Assert.Equal((CallbackVerdict.Unsigned, "1234567890"), (reading.Verdict, reading.RemoteId));
    }

    [Fact]
    public async Task The_legacy_body_is_read_and_garbage_is_refused()
    {
        var legacy = await ReadAsync(signature: null, body: """{"task_id":"77","task_status":"failed","updated_at":1790000090000,"task_info":{"external_task_id":"vg-9"}}""");

        Assert.Equal(("77", "vg-9", ProviderJobState.Failed), (legacy.RemoteId, legacy.ClientReference, legacy.State));
        foreach (var garbage in new[] { "", "[]", "{}", "null", "\u0000", """{"id":{}}""" })
        {
            Assert.Equal(CallbackVerdict.Refused, (await ReadAsync(signature: null, body: garbage)).Verdict);
        }
    }

    private static async Task<CallbackReading> ReadAsync(string? signature = Signature, string body = Body, long now = At, string[]? secrets = null)
    {
        var options = new KlingOptions();
        foreach (var secret in secrets ?? [Secret])
        {
            options.WebhookSecrets.Add(secret);
        }

        var headers = new Dictionary<string, string> { ["Webhook-Id"] = "9876543210", ["Webhook-Timestamp"] = "1781080794" };
        if (signature is not null)
        {
            headers["Webhook-Signature"] = signature;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(now);
        return await new KlingCallback(() => options, new FakeTimeProvider(at))
            .ReadAsync(new CallbackDelivery { Body = Encoding.UTF8.GetBytes(body), Headers = headers, ReceivedAt = at }, TestContext.Current.CancellationToken);
    }
}
