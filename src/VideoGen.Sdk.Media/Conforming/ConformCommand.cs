using System.Globalization;
using FFMpegCore;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Writes the command of each step of the ladder.</summary>
internal sealed class ConformCommand(MediaOptions options, Inspection file, ConformTarget target, string inputPath, string outputPath)
{
    private const int AudioKilobits = 128;

    /// <summary>How long the result will be.</summary>
    public TimeSpan Length { get; } = file.Duration < target.MinDuration ? target.MinDuration : file.Duration > target.MaxDuration ? target.MaxDuration : file.Duration;

    public string Remux() => Write(o => Maps(o).WithCustomArgument("-c copy"));

    public string EncodeAudio() => Write(o => WithAudio(Maps(o).WithCustomArgument("-c:v copy")));

    /// <summary>The one encode.</summary>
    /// <param name="videoKilobits">A cap on the picture's rate, for a file that would become too large; null aims at quality.</param>
    public string EncodeAll(int? videoKilobits)
    {
        var rate = target.RateFor(file.FramesPerSecond, file.IsRateConstant);
        var rateText = AsFraction(rate);
        var hold = target.MinDuration > file.Duration ? Invariant($",tpad=stop_mode=clone:stop_duration={(target.MinDuration - file.Duration).TotalSeconds:0.###}") : "";
        var graph = FrameFilter.For(options.Fit, Invariant($"0:{file.Video.Index}"), file, target, rateText);
        graph = hold.Length == 0 ? graph : graph[..^"[v]".Length] + hold + "[v]";
        var group = (int)Math.Round(rate * 2, MidpointRounding.AwayFromZero);
        var quality = videoKilobits is { } cap
            ? Invariant($"-b:v {cap}k -maxrate {cap}k -bufsize {cap}k")
            : "-crf 20 -maxrate 12M -bufsize 24M";
        return Write(o =>
        {
            o.WithCustomArgument("-filter_complex " + CommandLine.Quote(graph)).WithCustomArgument("-map [v]");
            if (file.Audio is { } audio)
            {
                o.WithCustomArgument(Invariant($"-map 0:{audio.Index}"));
                WithAudio(o);
                if (hold.Length > 0)
                {
                    o.WithCustomArgument("-af apad");
                }
            }

            o.WithVideoCodec("libx264").WithCustomArgument(Invariant($"-preset {options.Preset} {quality} -profile:v high -bf 2 -g {group} -keyint_min {group} -sc_threshold 0 -flags +cgop"))
                .WithCustomArgument("-color_primaries bt709 -color_trc bt709 -colorspace bt709")
                .WithCustomArgument(Invariant($"-t {Length.TotalSeconds:0.######}"));
        });
    }

    private FFMpegOutputOptions Maps(FFMpegOutputOptions o)
    {
        o.WithCustomArgument(Invariant($"-map 0:{file.Video.Index}"));
        return file.Audio is { } audio ? o.WithCustomArgument(Invariant($"-map 0:{audio.Index}")) : o;
    }

    private static FFMpegOutputOptions WithAudio(FFMpegOutputOptions o) =>
        o.WithAudioCodec("aac").WithAudioBitrate(AudioKilobits).WithAudioSamplingRate(48000).WithCustomArgument("-ac 2");

    private string Write(Action<FFMpegOutputOptions> configure) => FFMpegArguments
        .FromInput(LocalFile.Input(inputPath), o => o.WithCustomArgument($"-hide_banner -nostdin -loglevel error {ToolProgress.Arguments} {InputRules.Arguments(options)}"))
        .OutputTo(LocalFile.Output(outputPath), o =>
        {
            configure(o);
            o.WithCustomArgument(Mp4Output.Arguments);
        })
        .Arguments;

    private static string AsFraction(decimal rate) => decimal.IsInteger(rate)
        ? rate.ToString("0", CultureInfo.InvariantCulture)
        : Math.Abs((rate * 1001 / 1000) - Math.Round(rate)) < 0.01m
            ? Invariant($"{Math.Round(rate) * 1000:0}/1001")
            : rate.ToString("0.###", CultureInfo.InvariantCulture);
}
