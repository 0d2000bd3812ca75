using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>A request in fal's queue.</summary>
internal sealed class FalTask : SandboxTask
{
    /// <summary>Owner and app: the only part of the endpoint id the returned URLs carry.</summary>
    public required string App { get; init; }
    public required string Endpoint { get; init; }
    public TimeSpan? FileLifetime { get; init; }

    /// <summary>What the model found wrong with the input. The queue itself takes any input, so this comes to light at the end.</summary>
    public JsonArray? InputErrors { get; init; }
    public FalFailure? Failure { get; set; }
}
