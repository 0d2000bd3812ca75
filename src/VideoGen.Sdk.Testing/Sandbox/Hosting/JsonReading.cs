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

    public static string? Text(this JsonNode? node, string name) => Member(node, name) is JsonValue value && value.GetValueKind() == JsonValueKind.String
        ? value.GetValue<string>() : null;

    public static int? Whole(this JsonNode? node, string name) => node.Number(name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public static decimal? Number(this JsonNode? node, string name) => Member(node, name) is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && value.TryGetValue<decimal>(out var number) ? number : null;

    public static bool? Flag(this JsonNode? node, string name) => Member(node, name)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static IEnumerable<JsonNode> Items(this JsonNode? node, string name) => Member(node, name) is JsonArray list ? list.OfType<JsonNode>() : [];

    // Open parts of a body may hold anything where an object is expected.
    private static JsonNode? Member(JsonNode? node, string name) => node is JsonObject shape ? shape[name] : null;
}
