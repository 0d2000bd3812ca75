namespace VideoGen.Sdk.Media;

/// <summary>How media files are worked on. Bound from <c>VideoGeneration:Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>Folder that holds <c>ffmpeg</c> and <c>ffprobe</c>; null looks through <c>PATH</c>. When set, <c>PATH</c> is not looked at.</summary>
    public string? FfmpegFolder { get; set; }

    /// <summary>Folder with TrueType or OpenType fonts to write with; null looks where the system keeps them.</summary>
    public string? FontFolder { get; set; }

    /// <summary>Folder under which each ffmpeg run of this package gets its own one, removed at its end; null takes the system's temporary folder. The engine's own working copies always lie in the latter.</summary>
    public string? TemporaryFolder { get; set; }

    /// <summary>Most ffmpeg processes at once, of this processor or provider. Looking into a file (ffprobe) has places of its own. Default: half the cores, at least 1.</summary>
    public int MaxProcesses { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Most threads of one encoder, decoder or filter graph; null leaves it to ffmpeg, which goes by the cores. Default null.</summary>
    public int? Threads { get; set; }

    /// <summary>Address space that one ffmpeg run may take, in MB of 1,000,000 bytes; null sets no limit. Held by the kernel through <c>prlimit</c>, on Linux only. Default 6000: ten times what an encode at 1080x1920 uses.</summary>
    public int? MaxMemoryMegabytes { get; set; } = 6000;

    /// <summary>Longest time that one ffmpeg run may take; then it is stopped and the work fails. Default 10 minutes.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Largest picture that is decoded, in pixels. Default 20,000,000: a little over 4096x4096, and no decompression bomb.</summary>
    public int MaxPixels { get; set; } = 20_000_000;

    /// <summary>Longest input that is opened, by what its header says. Default 3 hours.</summary>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(3);

    /// <summary>Largest input that is opened, in MB of 1,000,000 bytes. Default 10,000.</summary>
    public int MaxInputMegabytes { get; set; } = 10_000;

    /// <summary>What fills the frame when the picture has another shape. Default: the picture itself, blurred.</summary>
    public FrameFit Fit { get; set; } = FrameFit.BlurredBackground;

    /// <summary>x264 preset of a conforming encode: <c>ultrafast</c> to <c>veryslow</c>. Default <c>veryfast</c>: real time at 1080x1920 on two cores.</summary>
    public string Preset { get; set; } = "veryfast";

    /// <summary>Whether sound that is more than half a unit off -14 LUFS is encoded anew for that alone. Default false: the loudness is set whenever the sound is encoded anyway.</summary>
    public bool AlwaysSetLoudness { get; set; }
}
