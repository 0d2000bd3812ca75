using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

public sealed class KlingTokenTests
{
    private const string Legacy = "/v1/videos/text2video";

    [Fact]
    public void A_signed_token_has_the_vendors_claims_and_is_kept_for_twenty_five_minutes()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        var token = new KlingToken(clock);

        var first = Of(token);
        clock.Advance(TimeSpan.FromMinutes(24));
        var kept = Of(token);
        clock.Advance(TimeSpan.FromMinutes(1));
        var later = Of(token);

        var read = new JsonWebToken(first);
        Assert.Equal(("HS256", "JWT", "access"), (read.Alg, read.Typ, read.Issuer));
        Assert.Equal((1_790_001_800L, 1_789_999_995L, 3), (read.GetPayloadValue<long>("exp"), read.GetPayloadValue<long>("nbf"), read.Claims.Count()));
        Assert.True(read.EncodedSignature == Base64Url.EncodeToString(HMACSHA256.HashData("secret-of-sixteen-bytes"u8, Encoding.ASCII.GetBytes(first[..first.LastIndexOf('.')]))));
        Assert.Equal(first, kept);
        Assert.NotEqual(first, later);
    }

    [Fact]
    public async Task A_token_refused_for_its_age_is_signed_anew_once_for_a_read_and_never_for_a_submit()
    {
        await using var server = RawServer.Answering((401, """{"code":1004,"message":"expired"}"""));
        var kling = KlingDesk.At(server, LegacyKeys);

        await Assert.ThrowsAsync<VideoGen.Sdk.Providers.ProviderCallException>(() => kling.GetStatusAsync(KlingDesk.Job(Legacy), TestContext.Current.CancellationToken));
        Assert.Equal(2, server.Requests.Count);
        await kling.SubmitAsync(await kling.ComposeAsync(KlingDesk.Task(), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task A_rotated_key_takes_effect_at_the_next_call_and_stray_line_breaks_are_trimmed()
    {
        await using var server = RawServer.Answering((200, """{"code":0,"data":[]}"""));
        KlingOptions? options = null;
        var kling = KlingDesk.At(server, o => options = o);

        await kling.GetStatusAsync(KlingDesk.Job(), TestContext.Current.CancellationToken);
        options!.ApiKey = "second-key\n";
        await kling.GetStatusAsync(KlingDesk.Job(), TestContext.Current.CancellationToken);

        Assert.Equal([$"Bearer {KlingDesk.Key}", "Bearer second-key"], server.Requests.Select(r => r.Headers["Authorization"]));
    }

    [Fact]
    public void Keys_that_cannot_work_are_named_without_a_request()
    {
        Assert.Contains("legacy standard only", Reason(o => (o.AccessKey, o.SecretKey) = ("access", "secret-of-sixteen-bytes")), StringComparison.Ordinal);
        Assert.Contains("KLING_API_KEY", Reason(o => o.AccessKey = "access"), StringComparison.Ordinal);
        Assert.Null(Reason(LegacyKeys));
    }

    private static string? Reason(Action<KlingOptions> configure) => KlingProvider.Create("", configure).CheckReadiness().Reason;

    private static void LegacyKeys(KlingOptions o) => (o.ApiKey, o.AccessKey, o.SecretKey, o.Standard) = (null, "access", "secret-of-sixteen-bytes", KlingStandard.Legacy);

    private static string Of(KlingToken token)
    {
        var options = new KlingOptions();
        LegacyKeys(options);
        return token.Header(options, out _)!.Value.Value["Bearer ".Length..];
    }
}
