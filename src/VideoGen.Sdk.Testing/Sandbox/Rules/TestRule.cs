using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>A plain value of some JSON kinds that passes a test.</summary>
internal sealed class TestRule(JsonValueKind[] kinds, Func<JsonElement, (Fault, string)?> test) : Rule
{
    public override void Check(JsonNode? node, string path, List<Violation> found)
    {
        var element = node is null ? default : JsonSerializer.SerializeToElement(node);
        if (!kinds.Contains(element.ValueKind))
        {
            found.Add(new Violation(path, Fault.Type, $"must be of type {string.Join(" or ", kinds.Select(Word).Distinct())}"));
        }
        else if (test(element) is var (fault, message))
        {
            found.Add(new Violation(path, fault, message));
        }
    }

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
