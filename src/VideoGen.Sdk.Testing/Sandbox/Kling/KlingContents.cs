using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>The <c>contents</c> array of the new standard.</summary>
internal sealed class KlingContents
{
    private readonly JsonNode[] _items;

    private KlingContents(JsonNode[] items) => _items = items;

    /// <summary>One entry of each allowed type: text, link, element or voice.</summary>
    public static Rule Rule(int promptLimit, params string[] types) => May.List(
        May.Hold(
            ("type", May.OneOf([.. types, "prompt"]).Needed()),
            ("text", May.Text(1, promptLimit)),
            ("url", May.LinkOrBase64()),
            ("element_id", May.Anything()),
            ("voice_id", May.Anything()),
            ("id", May.Anything())),
        1,
        20);

    public static KlingContents Read(JsonNode body)
    {
        var contents = new KlingContents([.. body.Items("contents")]);
        foreach (var item in contents._items)
        {
            var type = item.Text("type")!;
            var wanted = type switch
            {
                "prompt" => "text",
                "element" => "element_id",
                "voice" => "voice_id",
                _ => "url",
            };
            KlingErrors.Demand(item[wanted] is not null, $"contents: {wanted} is required for type {type}");
            KlingErrors.Demand(type is "element" or "voice" || item["id"] is null, $"contents: id is not a field of type {type}");
        }

        KlingErrors.Demand(contents.Count("prompt") <= 1, "contents: at most one prompt");
        return contents;
    }

    public bool Has(string type) => Count(type) > 0;

    public int Count(params string[] types) => _items.Count(item => types.Contains(item.Text("type")));
}
