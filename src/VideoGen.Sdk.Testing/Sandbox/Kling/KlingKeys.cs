using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>API keys open every path; tokens signed with an access key's secret open the legacy paths only.</summary>
internal sealed class KlingKeys(World world)
{
    public Reply? Refuse(HttpContext http)
    {
        if (http.Header("Authorization") is null)
        {
            return KlingErrors.NoHeader();
        }

        if (http.Credential("Bearer") is not { } token)
        {
            return KlingErrors.BadToken();
        }

        if (token.Split('.') is [var header, var claims, var signature] && Part(header) is { } head && Part(claims) is { } said)
        {
            return http.Request.Path.StartsWithSegments("/kling/v1", StringComparison.Ordinal) ? Refuse(token, head, said, signature) : KlingErrors.BadToken();
        }

        return world.Knows(token) ? null : KlingErrors.BadToken();
    }

    private Reply? Refuse(string token, JsonObject head, JsonObject said, string signature)
    {
        var now = world.Now.ToUnixTimeSeconds();
        if (head.Text("alg") != "HS256" || said.Text("iss") is not { Length: > 0 } accessKey || said.Number("exp") is not { } expires)
        {
            return KlingErrors.BadToken();
        }

        if (world.Options.KlingAccessKeys.Count > 0 && !(world.Options.KlingAccessKeys.TryGetValue(accessKey, out var secret)
            && IsSigned(token, signature, secret)))
        {
            return KlingErrors.BadToken();
        }

        return said.Number("nbf") is { } from && now < from ? KlingErrors.NotYet() : now >= expires ? KlingErrors.Expired() : null;
    }

    private static bool IsSigned(string token, string signature, string secret)
    {
        var message = Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]);
        var right = Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(signature));
    }

    private static JsonObject? Part(string text)
    {
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(text)) as JsonObject;
        }
        catch (Exception notAToken) when (notAToken is FormatException or JsonException)
        {
            return null;
        }
    }
}
