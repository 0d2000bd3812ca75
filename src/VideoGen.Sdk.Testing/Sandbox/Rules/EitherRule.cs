using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Testing.Sandbox.Rules;

/// <summary>A value that follows at least one of several rules.</summary>
internal sealed class EitherRule(Rule[] choices) : Rule
{
    public override void Check(JsonNode? node, string path, List<Violation> found)
    {
        List<Violation>? nearest = null;
        foreach (var choice in choices)
        {
            var attempt = new List<Violation>();
            choice.Check(node, path, attempt);
            if (attempt.Count == 0)
            {
                return;
            }

            // A type mismatch says only that another choice was meant; the choice of the right type knows more.
            nearest = nearest is null || nearest[0].Fault == Fault.Type ? attempt : nearest;
        }

        found.AddRange(nearest ?? []);
    }
}
