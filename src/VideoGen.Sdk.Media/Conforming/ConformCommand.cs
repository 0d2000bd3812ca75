using VideoGen.Sdk.Media.Cropping;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Writes the command of each step of the ladder.</summary>
internal sealed class ConformCommand(MediaOptions options, Inspection file, ConformTarget target, string inputPath, string outputPath)
{
    /// <summary>How long the result will be.</summary>
    public TimeSpan Length { get; } = file.Duration < target.MinDuration ? target.MinDuration : file.Duration > target.MaxDuration ? target.MaxDuration : file.Duration;

    /// <summary>What sets the loudness; empty leaves it.</summary>
    public string SoundFilter { get; set; } = "";

    /// <summary>Where a smart crop cuts.</summary>
    public CropPath? Cut { get; set; }

    public string Remux() => Write([.. Maps(), "-c", "copy"]);

    public string EncodeAudio() => Write([.. Maps(), "-c:v", "copy", .. Sound()]);

    /// <summary>The one encode.</summary>
    /// <param name="videoKilobits">A cap on the picture's rate, for a file that would become too large; null takes the usual one.</param>
    public string EncodeAll(int? videoKilobits)
    {
        var rate = target.RateFor(file.FramesPerSecond, file.IsRateConstant);
        var isHeld = target.MinDuration > file.Duration;
        var graph = FrameFilter.For(new FramePlace
        {
            Input = Invariant($"0:{file.Video.Index}"),
            File = file,
            Width = target.Width,
            Height = target.Height,
            Rate = VideoCodec.AsFraction(rate),
            Fit = options.Fit,
            Cut = Cut,
            After = isHeld ? Invariant($",tpad=stop_mode=clone:stop_duration={(target.MinDuration - file.Duration).TotalSeconds + 0.1:0.###}") : "",
        });
        var sound = file.Audio is { } audio ? ["-map", Invariant($"0:{audio.Index}"), .. Sound(isHeld ? "apad" : "")] : Array.Empty<string>();
        return Write(["-filter_complex", graph, "-map", "[v]", .. sound, .. VideoCodec.Words(options.Preset, rate, videoKilobits), "-t", Invariant($"{Length.TotalSeconds:0.######}")]);
    }

    private IEnumerable<string> Maps() => new[] { file.Video, file.Audio }.OfType<FfprobeStream>().SelectMany(stream => (string[])["-map", Invariant($"0:{stream.Index}")]);

    private IEnumerable<string> Sound(string last = "")
    {
        var filters = string.Join(',', new[] { SoundFilter, last }.Where(f => f.Length > 0));
        return filters.Length == 0 ? SoundCodec.Words : [.. SoundCodec.Words, "-af", filters];
    }

    private string Write(IEnumerable<string> arguments)
    {
        var writer = new CommandWriter(options);
        writer.Add(GuardedInput.Video(options, inputPath));
        return writer.Write(outputPath, [.. arguments, .. Mp4Output.Words]);
    }
}
