using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary>A video of the OpenAI shape.</summary>
internal sealed class OpenAITask : SandboxTask
{
    public required string Model { get; init; }
    public required string Prompt { get; init; }
    public required string Seconds { get; init; }
    public required string Size { get; init; }
    public string? RemixedFrom { get; init; }
}
