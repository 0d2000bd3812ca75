using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>An array of so many items that all follow one rule.</summary>
internal sealed class ListRule(Rule item, int least, int most) : Rule
{
    public override void Check(JsonNode? node, string path, List<Violation> found)
    {
        if (node is not JsonArray list)
        {
            found.Add(new Violation(path, Fault.Type, "must be an array"));
            return;
        }

        if (list.Count < least || list.Count > most)
        {
            found.Add(new Violation(path, list.Count < least ? Fault.TooSmall : Fault.TooBig, $"must hold {least} to {most} items"));
        }

        for (var index = 0; index < list.Count; index++)
        {
            item.Check(list[index], string.Create(CultureInfo.InvariantCulture, $"{path}.{index}"), found);
        }
    }
}
