using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.Pika;

/// <summary>A job of Pika's own API.</summary>
internal sealed class PikaTask : SandboxTask
{
    public required string ApiId { get; init; }

    /// <summary>Pika's text: finished jobs are charged, and no others.</summary>
    public override bool IsChargedOnlyForSuccess => true;
}
