using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>What one value may be. Immutable and shared between requests.</summary>
internal abstract class Rule
{
    public virtual bool IsRequired => false;

    /// <summary>The same rule, for a field that must be there.</summary>
    public Rule Needed() => new Needs(this);

    public List<Violation> Check(JsonNode? node)
    {
        var found = new List<Violation>();
        Check(node, "", found);
        return found;
    }

    public abstract void Check(JsonNode? node, string path, List<Violation> found);

    private sealed class Needs(Rule inner) : Rule
    {
        public override bool IsRequired => true;

        public override void Check(JsonNode? node, string path, List<Violation> found) => inner.Check(node, path, found);
    }
}
