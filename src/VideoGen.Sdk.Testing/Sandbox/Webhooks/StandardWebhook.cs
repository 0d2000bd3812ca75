using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoGen.Sdk.Testing.Sandbox.Webhooks;

/// <summary>The signature of standardwebhooks.com that Kling and OpenAI use.</summary>
internal static class StandardWebhook
{
    private const string Prefix = "whsec_";

    public static IReadOnlyDictionary<string, string> Headers(string id, long timestamp, byte[] body, params string[] secrets) => new Dictionary<string, string>
    {
        ["webhook-id"] = id,
        ["webhook-timestamp"] = timestamp.ToString(CultureInfo.InvariantCulture),
        ["webhook-signature"] = string.Join(' ', secrets.Select(secret => $"v1,{Sign(secret, id, timestamp, body)}")),
    };

    public static string Sign(string secret, string id, long timestamp, byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Key(secret), Message(id, timestamp, body)));

    private static byte[] Message(string id, long timestamp, byte[] body) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];

    private static byte[] Key(string secret) =>
        secret.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(secret[Prefix.Length..]) : Encoding.UTF8.GetBytes(secret);
}
