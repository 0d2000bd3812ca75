using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>A job of Pika's own API.</summary>
internal sealed class PikaTask : SandboxTask
{
    public required string ApiId { get; init; }

    // "Only successful generations are charged."
    public override bool IsModerationCharged => false;
}
