using VideoGen.Sdk.Media.Cropping;
using VideoGen.Sdk.Media.Probing;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Which stream comes into which frame.</summary>
internal sealed record FramePlace
{
    /// <summary>The stream or label that comes in, without brackets.</summary>
    public required string Input { get; init; }

    /// <summary>The label that goes out, without brackets.</summary>
    public string Output { get; init; } = "v";

    public required Inspection File { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Frames per second, as a filter takes it.</summary>
    public required string Rate { get; init; }

    public FrameFit Fit { get; init; }

    /// <summary>Where a smart crop cuts; null cuts in the middle.</summary>
    public CropPath? Cut { get; init; }

    /// <summary>Filters before all others, each with a comma after it.</summary>
    public string Before { get; init; } = "";

    /// <summary>Filters after all others, each with a comma before it.</summary>
    public string After { get; init; } = "";
}
