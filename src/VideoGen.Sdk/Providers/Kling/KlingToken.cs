using System.Globalization;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Makes the bearer token: the API key as it is, or a signed token of the older scheme that is kept while it is good.</summary>
internal sealed class KlingToken(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(25);

    private volatile Signed? kept;

    /// <summary>The header; null with the reason when the options hold nothing to make it from.</summary>
    public KeyValuePair<string, string>? Header(KlingOptions options, out string? reason)
    {
        reason = MissingFrom(options);
        return reason is not null ? null : KeyValuePair.Create("Authorization", "Bearer " + (Text(options.ApiKey) ?? Sign(Text(options.AccessKey)!, Text(options.SecretKey)!)));
    }

    /// <summary>Drops the kept token, so that the next call signs anew.</summary>
    public void Forget() => kept = null;

    public static string? MissingFrom(KlingOptions options) => options switch
    {
        { ApiKey: { } key } when Text(key) is not null => null,
        _ when Text(options.AccessKey) is null || Text(options.SecretKey) is null => "No API key found for provider 'kling'. Set VideoGeneration:Providers:kling:ApiKey or KLING_API_KEY.",
        { Standard: KlingStandard.New } => "An access key with a secret key opens Kling's legacy standard only. Set ApiKey, or Standard to Legacy.",
        _ => null,
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private string Sign(string accessKey, string secretKey)
    {
        var now = clock.GetUtcNow();
        if (kept is { } good && good.AccessKey == accessKey && good.SecretKey == secretKey && now - good.SignedAt is var age && age >= TimeSpan.Zero && age < Kept)
        {
            return good.Token;
        }

        var claims = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"iss":"{{Escaped(accessKey)}}","exp":{{(now + Lifetime).ToUnixTimeSeconds()}},"nbf":{{now.ToUnixTimeSeconds() - 5}}}""");

        // The library refuses keys under 32 bytes, Kling does not promise that many. HMAC itself fills short keys with zeros, so these change nothing.
        var key = Encoding.UTF8.GetBytes(secretKey);
        Array.Resize(ref key, Math.Max(key.Length, 32));
        var credentials = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims, credentials);
        kept = new Signed(accessKey, secretKey, now, token);
        return token;
    }

    private static string Escaped(string value) => System.Text.Json.JsonEncodedText.Encode(value).ToString();

    private sealed record Signed(string AccessKey, string SecretKey, DateTimeOffset SignedAt, string Token);
}
