using VideoGen.Sdk;
using VideoGen.Sdk.Workflow;

namespace QuickStart;

/// <summary>What somebody at the keyboard does next.</summary>
internal static class NextStep
{
    public static string After(VideoGenerationException e) => e switch
    {
        IdempotencyConflictException => "Give this request a --key of its own, or --new for a video of its own.",
        NeedsAttentionException or VideoGenerationTimeoutException or JobParkedException => "The same command asks for it again; --new makes another one.",
        _ => "It has ended so; --new makes another one once the cause is mended.",
    };
}
