using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Testing.Sandbox.Control;

/// <summary>When a posted fault strikes: exactly one of next, every and probability.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WhenMessage
{
    public int? Next { get; init; }
    public int? Every { get; init; }
    public double? Probability { get; init; }
    public int? Seed { get; init; }
}
