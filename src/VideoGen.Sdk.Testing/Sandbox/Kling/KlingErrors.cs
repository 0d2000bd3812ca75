using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Kling's envelope: the code in the body counts, the HTTP status says little.</summary>
internal static class KlingErrors
{
    public static Reply Ok(JsonNode data) => Reply.Json(200, Envelope(0, "SUCCEED", data));

    public static Reply Of(int status, int code, string message) => Reply.Json(status, Envelope(code, message, null));

    public static Reply NoHeader() => Of(401, 1001, "Authorization is empty");

    // Seen 2026-09: every bad credential gets the same AK/SK text, API keys too.
    public static Reply BadToken() => Of(401, 1002, "access key not found");

    public static Reply NotYet() => Of(401, 1003, "token is not valid yet");

    public static Reply Expired() => Of(401, 1004, "token is expired");

    public static Reply Invalid(string message) => Of(400, 1201, message);

    public static Reply NoSuchModel(string model) => Of(404, 1203, $"model is not supported: {model}");

    public static Reply NoSuchResource() => Of(404, 1203, "the requested resource does not exist");

    public static Reply NoSuchMethod() => Of(404, 1202, "method is not valid");

    public static Reply TooManyRequests() => Of(429, 1302, "requests are too frequent");

    public static Reply NoPlace() => Of(429, 1303, "parallel task over resource pack limit");

    /// <summary>Passes a body that keeps the rule, else refuses with the first thing wrong.</summary>
    public static void Demand(Rule rule, JsonNode body)
    {
        if (rule.Check(body) is [var first, ..])
        {
            throw new RefusedException(Invalid($"{first.Path} {first.Message}"));
        }
    }

    public static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new RefusedException(Invalid(otherwise));
        }
    }

    /// <summary>Kling's ids are long numbers written as strings.</summary>
    public static string NewNumber() => "8" + RandomNumberGenerator.GetInt32(100_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture)
        + RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Envelope(int code, string message, JsonNode? data)
    {
        var envelope = new JsonObject { ["code"] = code, ["message"] = message, ["request_id"] = World.NewId(16) };
        if (data is not null)
        {
            envelope["data"] = data;
        }

        return envelope;
    }
}
