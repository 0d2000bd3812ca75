using System.Globalization;
using VideoGen.Sdk.Media.Probing;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Says in which points a file does not fit a target.</summary>
internal static class ConformanceCheck
{
    /// <summary>Half a frame at 30 a second, so that rounding in containers is no fault.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(17);

    /// <summary>Platforms ask for 2 to 5 s.</summary>
    private static readonly TimeSpan LongestKeyFrameGap = TimeSpan.FromSeconds(5.05);

    /// <summary>Instagram's most for video; a file whose whole rate is above it is encoded again.</summary>
    private const double MostBitsPerSecond = 25_000_000;

    public static IReadOnlyList<MediaFault> Check(Inspection file, ConformTarget target) =>
        [.. Container(file), .. Audio(file), .. Picture(file, target), .. Measures(file, target)];

    private static IEnumerable<MediaFault> Container(Inspection file)
    {
        if (!file.IsMp4)
        {
            yield return new(FaultKind.Container, "it is not an MP4");
        }

        if (file.Boxes is { IsIndexFirst: false })
        {
            yield return new(FaultKind.Container, "the index is not at the front");
        }

        if (file.Boxes is { HasEditList: true })
        {
            yield return new(FaultKind.Container, "it has an edit list");
        }

        if (file.Document.Streams.Count > (file.Audio is null ? 1 : 2))
        {
            yield return new(FaultKind.Container, "it holds further streams");
        }
    }

    private static IEnumerable<MediaFault> Audio(Inspection file)
    {
        if (file.Audio is not { } audio)
        {
            yield break;
        }

        if (audio.CodecName != "aac" || audio.Profile is not (null or "LC"))
        {
            yield return new(FaultKind.Audio, $"the sound is {audio.CodecName} {audio.Profile}, not AAC-LC".Replace("  ", " ", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal));
        }

        if (audio.SampleRate != "48000")
        {
            yield return new(FaultKind.Audio, $"the sound has {audio.SampleRate} Hz, not 48000");
        }

        if (audio.Channels is < 1 or > 2)
        {
            yield return new(FaultKind.Audio, $"the sound has {audio.Channels} channels, more than 2");
        }
    }

    private static IEnumerable<MediaFault> Picture(Inspection file, ConformTarget target)
    {
        var video = file.Video;
        if (video.CodecName != "h264" || video.Profile is not ("High" or "Main"))
        {
            yield return new(FaultKind.Video, $"the picture is {video.CodecName} {video.Profile}, not H.264 High or Main");
        }

        if (video.PixFmt != "yuv420p")
        {
            yield return new(FaultKind.Video, $"the pixels are {video.PixFmt}, not yuv420p");
        }

        if (video.FieldOrder is not (null or "progressive" or "unknown"))
        {
            yield return new(FaultKind.Video, "it is interlaced");
        }

        if (video.SampleAspectRatio is not (null or "1:1" or "0:1" or "N/A"))
        {
            yield return new(FaultKind.Video, "its pixels are not square");
        }

        if (video.Rotation != 0)
        {
            yield return new(FaultKind.Video, "it is stored turned");
        }

        if (file.Width != target.Width || file.Height != target.Height)
        {
            yield return new(FaultKind.Video, $"it has {file.Width}x{file.Height} pixels, not {target.Width}x{target.Height}");
        }
    }

    private static IEnumerable<MediaFault> Measures(Inspection file, ConformTarget target)
    {
        if (!file.IsRateConstant)
        {
            yield return new(FaultKind.Video, "its frame rate varies");
        }
        else if (!target.IsRateAllowed(file.FramesPerSecond))
        {
            yield return new(FaultKind.Video, string.Create(CultureInfo.InvariantCulture, $"it has {file.FramesPerSecond:0.##} frames per second"));
        }

        if (!file.KeyFrames.IsClosed)
        {
            yield return new(FaultKind.Video, "its groups of pictures are open");
        }

        if (file.KeyFrames.Longest > LongestKeyFrameGap)
        {
            yield return new(FaultKind.Video, "its key frames are more than 5 s apart");
        }

        if (file.Duration + Tolerance < target.MinDuration)
        {
            yield return new(FaultKind.Video, string.Create(CultureInfo.InvariantCulture, $"it is shorter than {target.MinDuration.TotalSeconds:0.#} s: the last frame is held"));
        }

        if (file.Duration - (2 * Tolerance) > target.MaxDuration)
        {
            yield return new(FaultKind.Video, string.Create(CultureInfo.InvariantCulture, $"it is longer than {target.MaxDuration.TotalSeconds:0.#} s: the rest is cut off"));
        }

        if (file.Bytes > target.MaxBytes)
        {
            yield return new(FaultKind.Video, string.Create(CultureInfo.InvariantCulture, $"it is larger than {target.MaxBytes / 1e6:0.#} MB"));
        }
        else if (file.BitsPerSecond > MostBitsPerSecond)
        {
            yield return new(FaultKind.Video, string.Create(CultureInfo.InvariantCulture, $"it has {file.BitsPerSecond / 1e6:0.#} Mb/s, more than 25"));
        }
    }
}
