using VideoGen.Sdk.Media.Cropping;
using VideoGen.Sdk.Media.Probing;

namespace VideoGen.Sdk.Media.Composing;

/// <summary>A part once it was measured.</summary>
internal sealed record PreparedPart
{
    public required CompositionPart Part { get; init; }

    /// <summary>The file, or the left one of two.</summary>
    public required Inspection File { get; init; }

    /// <summary>The right one of two.</summary>
    public Inspection? Right { get; init; }

    /// <summary>How long it is shown.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Where a smart crop cuts.</summary>
    public CropPath? Cut { get; init; }

    public bool HasSound => File.Audio is not null || Right?.Audio is not null;
}
