using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>The catalogue, readable without a key: operations, their inputs and their prices in millionths of a dollar.</summary>
internal static class PikaCatalogue
{
    public static Task<Reply> List(HttpContext http) => Task.FromResult(Reply.Json(200, new JsonObject
    {
        ["apis"] = new JsonArray([.. PikaOperation.All.Select(operation => Entry(operation, http.Query("expand") == "inputs"))]),
    }));

    public static Task<Reply> One(HttpContext http) => Task.FromResult(
        Array.Find(PikaOperation.All, operation => operation.ApiId == http.Route("api")) is { } found
            ? Reply.Json(200, Entry(found, http.Query("expand") == "inputs")) : PikaErrors.NotFound());

    public static Task<Reply> Models(HttpContext http) => Task.FromResult(Reply.Json(200, new JsonObject
    {
        ["data"] = new JsonArray([.. PikaOperation.All.Select(operation => new JsonObject { ["id"] = operation.ApiId, ["object"] = "model" })]),
    }));

    private static JsonObject Entry(PikaOperation operation, bool inputs)
    {
        var entry = new JsonObject
        {
            ["api_id"] = operation.ApiId,
            ["category"] = "video",
            ["call"] = new JsonObject { ["method"] = "POST", ["path"] = "/v1/media/" + operation.ApiId },
            ["display_pricing"] = new JsonObject { ["components"] = new JsonArray(Price()) },
        };
        if (inputs)
        {
            entry["input_schema"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject(operation.Schema.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Schema()))),
                ["required"] = new JsonArray([.. operation.Schema.Where(field => field.IsNeeded).Select(field => (JsonNode)field.Name)]),
            };
        }

        return entry;
    }

    private static JsonObject Price() => new()
    {
        ["role"] = "output",
        ["unit"] = new JsonObject { ["type"] = "second", ["quantity"] = 1, ["included"] = 0 },
        ["price_tiers"] = new JsonArray(Tier("720p", PikaOperation.UsdPerSecond720), Tier("1080p", PikaOperation.UsdPerSecond1080)),
    };

    private static JsonObject Tier(string resolution, decimal usd) => new() { ["spec"] = new JsonObject { ["resolution"] = resolution },
        ["micro_usd"] = (long)(usd * 1_000_000) };
}
