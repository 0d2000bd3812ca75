namespace VideoGen.Sdk.Media.Rendering;

/// <summary>Everything that a local video is made from: the body of the submit and, hashed, the remote id.</summary>
internal sealed record RenderRecipe
{
    /// <summary>The form that this version of the package writes and reads.</summary>
    public const int PresentVersion = 1;

    /// <summary>Form of this record; another one is not rendered.</summary>
    public required int Version { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Null takes the look from the prompt.</summary>
    public long? Seed { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required double Seconds { get; init; }

    public required int FramesPerSecond { get; init; }

    public required bool Sound { get; init; }

    /// <summary>Whole frames: the length is exact to half a frame.</summary>
    public int Frames => (int)Math.Round(Seconds * FramesPerSecond, MidpointRounding.AwayFromZero);

    /// <summary>What is wrong with it; null when it can be rendered.</summary>
    public string? Fault() =>
        Version != PresentVersion ? $"recipe version {Version} is not known to this version of the package"
        : string.IsNullOrWhiteSpace(Prompt) ? "the prompt is empty"
        : Seconds is not (>= 1 and <= 60) ? FormattableString.Invariant($"a duration of {Seconds:0.###} s was asked; 1 to 60 s can be rendered")
        : !IsSide(Width) || !IsSide(Height) ? $"{Width}x{Height} pixels were asked; even sides from 120 to 4096 can be rendered"
        : FramesPerSecond is not (>= 10 and <= 60) ? $"{FramesPerSecond} frames per second were asked; 10 to 60 can be rendered"
        : null;

    private static bool IsSide(int pixels) => pixels is >= 120 and <= 4096 && pixels % 2 == 0;
}
