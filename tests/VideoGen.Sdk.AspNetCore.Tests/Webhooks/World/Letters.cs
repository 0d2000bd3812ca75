using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoGen.Sdk.Testing;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>Kling's callbacks, written and signed by hand from its text.</summary>
internal static class Letters
{
    public static string Kling(string remoteId, string? reference, string status = "succeeded") =>
        $$"""{"id":"{{remoteId}}","status":"{{status}}","message":"","create_time":1781080778802,"update_time":1781080794151{{(reference is null ? "" : $",\"external_id\":\"{reference}\"")}}}""";

    public static IReadOnlyDictionary<string, string> Signed(string body, DateTimeOffset at, string id = "m1", string secret = VideoSandboxOptions.DefaultWebhookSecret)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{time}.{body}"));
        return new Dictionary<string, string> { ["webhook-id"] = id, ["webhook-timestamp"] = time, ["webhook-signature"] = $"v1,{Convert.ToBase64String(mac)}" };
    }

    public static IReadOnlyDictionary<string, string> SignedByHeyGen(string body, string secret = VideoSandboxOptions.DefaultWebhookSecret) =>
        new Dictionary<string, string> { ["Heygen-Signature"] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))) };
}
