using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.Hosting;

/// <summary>Reads members of bodies that a rule has already passed, and writes bodies.</summary>
internal static class JsonReading
{
    // Vendors leave the ampersands of their links as they are.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Written(this JsonNode node) => node.ToJsonString(Plain);

    public static string? Text(this JsonNode? node, string name) => node?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static int? Whole(this JsonNode? node, string name) => node?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? (int)value.GetValue<decimal>() : null;

    public static decimal? Number(this JsonNode? node, string name) => node?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? value.GetValue<decimal>() : null;

    public static bool? Flag(this JsonNode? node, string name) => node?[name]?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static IEnumerable<JsonNode> Items(this JsonNode? node, string name) => node?[name] is JsonArray list ? list.OfType<JsonNode>() : [];
}
