using VideoGen.Sdk.Testing.Sandbox.Tasks;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>A video of any of HeyGen's four products.</summary>
internal sealed class HeyGenTask : SandboxTask
{
    public required HeyGenProduct Product { get; init; }
    public string? Title { get; init; }
    public string? CallbackId { get; init; }
    public string? AspectRatio { get; init; }
    public long? Seed { get; init; }

    /// <summary>Video agents are asked for by session, their video by its own id.</summary>
    public string? SessionId { get; init; }

    public bool IsClip => Product == HeyGenProduct.Clip;
}
