namespace VideoGen.Sdk.Providers.Runway;

/// <summary>A field that some models of an endpoint have and others refuse.</summary>
[Flags]
internal enum RunwayField
{
    None = 0,
    Seed = 1,
    Audio = 1 << 1,
    NegativePrompt = 1 << 2,
    Moderation = 1 << 3,
    OutputFormat = 1 << 4,
    Duration = 1 << 5,
    AutoDuration = 1 << 6,
    Ratio = 1 << 7,
    TargetRatio = 1 << 8,
    Resolution = 1 << 9,
    FirstFrame = 1 << 10,
    LastFrame = 1 << 11,

    /// <summary>A last picture needs a first one.</summary>
    LastNeedsFirst = 1 << 12,
    References = 1 << 13,
    ReferenceVideos = 1 << 14,
    ReferenceAudio = 1 << 15,

    /// <summary>Reference videos carry no <c>type</c>.</summary>
    UntypedVideos = 1 << 16,
    Mode = 1 << 17,
    PromptExpansion = 1 << 18,
    Keyframes = 1 << 19,

    /// <summary>The source clip goes into <c>videoUri</c>.</summary>
    VideoUri = 1 << 20,

    /// <summary>The source clip goes into <c>promptVideo</c>.</summary>
    PromptVideo = 1 << 21,

    /// <summary>The ratio is a word (<c>auto_720p</c>): the shape follows the first picture.</summary>
    AutoRatio = 1 << 22,
    Performance = 1 << 23,
}
