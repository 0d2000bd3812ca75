using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoGen.Sdk.Http;

/// <summary>The Standard Webhooks scheme (HMAC-SHA256 over id, timestamp and raw body), which Kling has spoken since 2026-08-07 and OpenAI before it.</summary>
public static class StandardWebhookSignature
{
    // More entries than a rotation ever needs; each costs a comparison.
    private const int MostSignatures = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Whether any entry of the signature header matches any secret, and the timestamp lies within five minutes. Compares in constant time.</summary>
    /// <param name="secrets">Secrets as the vendor shows them; one that does not begin with <c>whsec_</c> is taken as text.</param>
    /// <param name="id">Header <c>webhook-id</c>.</param>
    /// <param name="timestamp">Header <c>webhook-timestamp</c>, unix seconds.</param>
    /// <param name="signatures">Header <c>webhook-signature</c>.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="now">The present time.</param>
    public static bool IsValid(IEnumerable<string> secrets, string id, string timestamp, string signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds)
        {
            return false;
        }

        var signed = Signed(id, timestamp, body);
        var offered = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostSignatures).Select(Decode).OfType<byte[]>().ToList();
        var isValid = false;
        foreach (var secret in secrets)
        {
            var expected = HMACSHA256.HashData(KeyOf(secret), signed);
            foreach (var one in offered)
            {
                isValid |= CryptographicOperations.FixedTimeEquals(expected, one);
            }
        }

        return isValid;
    }

    /// <summary>The signature header of a message that we send.</summary>
    internal static string Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), Signed(id, timestamp, body)));

    private static byte[] Signed(string id, string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];

    private static byte[]? Decode(string entry)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return entry.StartsWith("v1,", StringComparison.Ordinal) && Convert.TryFromBase64String(entry[3..], bytes, out var written) && written == bytes.Length ? bytes : null;
    }

    private static byte[] KeyOf(string secret)
    {
        const string Prefix = "whsec_";
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(secret);
        }

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var written) ? key[..written] : Encoding.UTF8.GetBytes(secret);
    }
}
