using Microsoft.Extensions.Options;
using VideoGen.Sdk.Platforms;

namespace VideoGen.Sdk.Workflow;

/// <summary>Fills what a request leaves open from what the app says about its content.</summary>
internal sealed class ContentDefaults(IOptionsMonitor<ContentOptions> options, PlatformCatalogue platforms)
{
    private const string Reels = "instagram/reels";

    public VideoRequest Fill(VideoRequest request) => options.CurrentValue.OptimizeForInstagram && request is { TargetPlatform: null, Format: null } && Suits(request.AspectRatio)
        ? request with { TargetPlatform = Reels }
        : request;

    // Who asks for another shape by name is not given this one.
    private bool Suits(AspectRatio? asked) => asked is not { } shape || shape.IsSameShapeAs(platforms.Get(Reels).AspectRatio);
}
