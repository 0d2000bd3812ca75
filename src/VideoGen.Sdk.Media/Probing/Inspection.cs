using System.Globalization;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Probing;

/// <summary>Everything that was measured of one file.</summary>
internal sealed record Inspection
{
    public required FfprobeDocument Document { get; init; }

    public required FfprobeStream Video { get; init; }

    public FfprobeStream? Audio { get; init; }

    /// <summary>Null where the file is no MP4 or MOV.</summary>
    public BoxFacts? Boxes { get; init; }

    public required KeyFrames KeyFrames { get; init; }

    public required TimeSpan Duration { get; init; }

    public required long Bytes { get; init; }

    public bool IsMp4 => Document.Format?.FormatName?.Contains("mp4", StringComparison.Ordinal) == true;

    public bool IsTurned => Video.Rotation is 90 or 270;

    public int Width => IsTurned ? Video.Height : Video.Width;

    public int Height => IsTurned ? Video.Width : Video.Height;

    /// <summary>How much wider than high each pixel is shown.</summary>
    public decimal PixelAspect => Rate(Video.SampleAspectRatio?.Replace(':', '/')) is > 0 and var aspect ? IsTurned ? 1 / aspect : aspect : 1;

    public decimal FramesPerSecond => Rate(Video.AvgFrameRate) is > 0 and var average ? average : Rate(Video.RFrameRate);

    /// <summary>The same time between all frames, as far as a container can say.</summary>
    public bool IsRateConstant => Rate(Video.RFrameRate) is > 0 and var real && Math.Abs((FramesPerSecond / real) - 1) < 0.002m;

    /// <summary>Bits per second of the whole file.</summary>
    public double BitsPerSecond => Duration > TimeSpan.Zero ? Bytes * 8 / Duration.TotalSeconds : 0;

    public MediaFacts ToFacts() => new()
    {
        Duration = Duration,
        Width = Width,
        Height = Height,
        FramesPerSecond = decimal.Round(FramesPerSecond, 3),
        VideoCodec = Video.CodecName ?? "unknown",
        AudioCodec = Audio?.CodecName,
        Bytes = Bytes,
    };

    /// <summary>A fraction such as <c>30000/1001</c>; 0 when there is none.</summary>
    private static decimal Rate(string? text)
    {
        var parts = (text ?? "").Split('/');
        return parts.Length == 2
            && decimal.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var over)
            && decimal.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var under) && under > 0
            ? over / under
            : 0;
    }
}
