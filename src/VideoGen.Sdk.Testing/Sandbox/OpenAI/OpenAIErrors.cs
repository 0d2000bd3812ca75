using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary>One error object with message, type, param and code.</summary>
internal static class OpenAIErrors
{
    public static Reply Of(int status, string message, string? param = null, string? code = null, string type = "invalid_request_error") =>
        Reply.Json(status, new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = param, ["code"] = code },
    }).WithHeader("x-request-id", "req_" + World.NewId(16));

    public static Reply NoVideo(string id) => Of(404, $"Video with id '{id}' not found.", "video_id", "not_found");

    public static void Demand(Rule rule, JsonNode body)
    {
        if (rule.Check(body) is [var first, ..])
        {
            throw new RefusedException(first.Fault == Fault.Unknown
                ? Of(400, $"Unknown parameter: '{first.Path}'.", first.Path, "unknown_parameter")
                : Of(400, $"Invalid value for '{first.Path}': {first.Message}.", first.Path, first.Fault == Fault.Missing ? "missing_required_parameter"
                    : "invalid_value"));
        }
    }

    public static void Demand(bool holds, string param, string otherwise)
    {
        if (!holds)
        {
            throw new RefusedException(Of(400, $"Invalid value for '{param}': {otherwise}.", param, "invalid_value"));
        }
    }
}
