using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>How an app under test differs from the usual one.</summary>
internal sealed record HookedAppSetup
{
    /// <summary>Secrets the app verifies with; none makes every callback of Kling and OpenAI a hint.</summary>
    public string[] Secrets { get; init; } = [VideoSandboxOptions.DefaultWebhookSecret];

    /// <summary>The fal user whose callbacks count; the sandbox's own by default, null for an app that does not say.</summary>
    public string? FalUser { get; init; } = "sandbox-user";

    public TimeSpan RenderTime { get; init; } = TimeSpan.FromMilliseconds(800);

    public bool TellsPublicUrl { get; init; } = true;

    public bool AddsWebhooks { get; init; } = true;

    public ChaosProcess Chaos { get; init; } = new();

    /// <summary>Where the app's clock stands; null for the present time.</summary>
    public DateTimeOffset? Now { get; init; }
}
