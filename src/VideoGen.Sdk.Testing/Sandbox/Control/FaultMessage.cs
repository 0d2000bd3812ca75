using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Testing.Sandbox.Control;

/// <summary>A fault as it is posted. Unknown members are refused, so that a typing error is not a fault that never strikes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FaultMessage
{
    public string Vendor { get; init; } = "*";
    public string Operation { get; init; } = "*";
    public WhenMessage? When { get; init; }
    public required string Fault { get; init; }
    public int? Status { get; init; }
    public string? Body { get; init; }
    public Dictionary<string, string>? Headers { get; init; }
    public double? Seconds { get; init; }
}
