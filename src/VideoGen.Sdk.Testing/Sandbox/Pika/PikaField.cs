using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>A field, from which both the check and the schema the catalogue publishes are made.</summary>
internal sealed record PikaField(string Name, string Type, string[]? Words)
{
    public bool IsNeeded { get; init; }
    public bool IsMedia { get; init; }
    public int[]? Whole { get; init; }
    public (int Least, int Most)? Range { get; init; }
    public (int Least, int Most)? Items { get; init; }

    public Rule Rule()
    {
        Rule one = IsMedia ? May.Link()
            : Words is not null ? May.OneOf(Words)
            : Whole is not null ? May.WholeOf(Whole)
            : Range is { } range ? May.Whole(range.Least, range.Most)
            : Type == "integer" ? May.Whole()
            : May.Text(IsNeeded ? 1 : 0);
        one = Items is { } items ? May.List(one, items.Least, items.Most) : one;
        return IsNeeded ? one.Needed() : one;
    }

    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Type };
        if (IsMedia)
        {
            schema["format"] = "uri";
            schema["x-media-kind"] = Name.StartsWith("video", StringComparison.Ordinal) ? "video" : "image";
        }

        if (Words is not null)
        {
            schema["enum"] = new JsonArray([.. Words.Select(word => (JsonNode)word)]);
        }

        if (Whole is not null)
        {
            schema["enum"] = new JsonArray([.. Whole.Select(number => (JsonNode)number)]);
        }

        if (Range is { } range)
        {
            schema["minimum"] = range.Least;
            schema["maximum"] = range.Most;
        }

        return Items is { } items ? new JsonObject { ["type"] = "array", ["items"] = schema, ["minItems"] = items.Least, ["maxItems"] = items.Most } : schema;
    }
}
