using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>The v3 envelopes: data or error, never both.</summary>
internal static class HeyGenErrors
{
    public static Reply Ok(JsonNode data, int status = 200) => Named(Reply.Json(status, new JsonObject { ["data"] = data }));

    public static Reply List(IEnumerable<JsonNode> items, bool hasMore = false, string? next = null) =>
        Named(Reply.Json(200, new JsonObject { ["data"] = new JsonArray([.. items]), ["has_more"] = hasMore, ["next_token"] = next }));

    public static Reply Of(int status, string code, string message, string? param = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (param is not null)
        {
            error["param"] = param;
        }

        error["doc_url"] = $"https://developers.heygen.com/docs/error-codes#{code}";
        return Named(Reply.Json(status, new JsonObject { ["error"] = error }));
    }

    public static Reply NotFound(string what) => Of(404, $"{what}_not_found", $"The {what} was not found");

    public static RefusedException Invalid(string param, string message) => new(Of(400, "invalid_parameter", $"{param} {message}", param));

    public static void Demand(Rule rule, JsonNode body)
    {
        if (rule.Check(body) is [var first, ..])
        {
            throw Invalid(first.Path, first.Message);
        }
    }

    private static Reply Named(Reply reply) => reply.WithHeader("X-Request-Id", World.NewId(12));
}
