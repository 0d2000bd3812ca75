using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>An object with these members and, unless it is open, no others. Null counts as absent.</summary>
internal sealed class ShapeRule(IReadOnlyDictionary<string, Rule> members, bool isOpen) : Rule
{
    public ShapeRule With(params (string Name, Rule Rule)[] more)
    {
        var joined = new Dictionary<string, Rule>(members);
        foreach (var (name, rule) in more)
        {
            joined[name] = rule;
        }

        return new ShapeRule(joined, isOpen);
    }

    public override void Check(JsonNode? node, string path, List<Violation> found)
    {
        if (node is not JsonObject shape)
        {
            found.Add(new Violation(path, Fault.Type, "must be an object"));
            return;
        }

        foreach (var (name, value) in shape)
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (members.TryGetValue(name, out var rule))
            {
                if (value is not null)
                {
                    rule.Check(value, at, found);
                }
            }
            else if (!isOpen)
            {
                found.Add(new Violation(at, Fault.Unknown, "is not a known field here"));
            }
        }

        foreach (var (name, _) in members.Where(member => member.Value.IsRequired && shape[member.Key] is null))
        {
            found.Add(new Violation(path.Length == 0 ? name : $"{path}.{name}", Fault.Missing, "is required"));
        }
    }
}
