using VideoGen.Sdk.Platforms;

namespace VideoGen.Sdk.Routing;

/// <summary>What a request wishes of the picture, the target platform filling what it leaves open.</summary>
internal readonly record struct Wishes
{
    private Wishes(VideoRequest request, PlatformSpecs? platform)
    {
        Duration = request.Duration ?? (platform is null ? null : TimeSpan.FromSeconds(platform.Optimal.Duration));
        Ratio = request.AspectRatio ?? request.Format?.AspectRatio ?? platform?.AspectRatio;
        Resolution = request.Resolution ?? request.Format?.Resolution
            ?? (platform is null ? null : new VideoResolution(Math.Min(platform.Width, platform.Height)));
        IsDurationFree = request.Duration is null;
        Platform = platform;
        MayRefit = (platform is not null || request.Format is not null) && !request.Exact.HasFlag(ExactWishes.AspectRatio);
        Exact = request.Exact;
    }

    public TimeSpan? Duration { get; }

    /// <summary>The platform that the video is for; its limits hold for every length that is offered.</summary>
    public PlatformSpecs? Platform { get; }

    public AspectRatio? Ratio { get; }

    public VideoResolution? Resolution { get; }

    /// <summary>Whether only the platform asks for the length, so that any length it accepts will do.</summary>
    public bool IsDurationFree { get; }

    /// <summary>Whether <i>Optimise</i> will bring another shape into the wished one.</summary>
    public bool MayRefit { get; }

    public ExactWishes Exact { get; }

    public static Wishes Of(VideoRequest request, PlatformCatalogue platforms) =>
        new(request, request.TargetPlatform is { } id ? platforms.Get(id) : null);
}
