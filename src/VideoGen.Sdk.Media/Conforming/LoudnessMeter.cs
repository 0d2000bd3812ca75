using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Running;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>
/// Finds the filters that bring a sound to -14 LUFS with peaks below -1.5 dBTP. The first pass measures; where the gain alone would clip, a limiter is added and
/// measured again until the loudness holds, for a limiter takes some of it away. The encode then is the last pass.
/// </summary>
internal sealed class LoudnessMeter(IToolRunner runner, MediaOptions options)
{
    public const double TargetUnits = -14;

    private const double HighestPeak = -1.5;
    private const double Near = 0.15;
    private const double MostGain = 40;
    private const int MostPasses = 5;

    /// <summary>What every sound goes through first: other rates and channels would be weighed otherwise than they are heard.</summary>
    private const string Plain = "aresample=48000,aformat=channel_layouts=stereo";

    /// <summary>The loudness; null for silence and what is too short to have one.</summary>
    public async Task<LoudnessReading?> MeasureAsync(string input, int stream, TimeSpan length, string filters, CancellationToken cancellationToken)
    {
        var writer = new CommandWriter(options);
        writer.Add(GuardedInput.Sound(options, input));
        var command = writer.Measure("info",
        [
            "-map", Invariant($"0:{stream}"), "-vn", "-sn", "-dn", "-t", Invariant($"{length.TotalSeconds:0.######}"),
            "-af", Invariant($"{filters},loudnorm=I={TargetUnits}:TP={HighestPeak}:LRA=11:print_format=json"), "-f", "null",
        ]);
        var call = new ToolCall { Tool = FfmpegTool.Ffmpeg, Arguments = command, Folder = Path.GetDirectoryName(input)! };
        var output = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? LoudnessReading.Read(output.Errors) : throw ToolFailure.For("Measuring the loudness", output);
    }

    /// <summary>The filters; empty for silence, which stays silent.</summary>
    /// <exception cref="MediaException">The sound cannot be decoded.</exception>
    public async Task<string> PlanAsync(string input, int stream, TimeSpan length, CancellationToken cancellationToken)
    {
        if (await MeasureAsync(input, stream, length, Plain, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return "";
        }

        var gain = Math.Clamp(TargetUnits - found.Units, -MostGain, MostGain);
        if (found.Peak + gain <= HighestPeak)
        {
            return Invariant($"{Plain},volume={gain:0.###}dB");
        }

        var (best, distance) = ("", double.MaxValue);
        for (var pass = 1; pass < MostPasses; pass++)
        {
            var filters = Limited(gain);
            if (await MeasureAsync(input, stream, length, filters, cancellationToken).ConfigureAwait(false) is not { } seen)
            {
                break;
            }

            var missing = TargetUnits - seen.Units;
            (best, distance) = Math.Abs(missing) < distance ? (filters, Math.Abs(missing)) : (best, distance);
            if (distance <= Near)
            {
                break;
            }

            gain = Math.Clamp(gain + (missing * 1.3), -MostGain, MostGain);
        }

        return best;
    }

    /// <summary>Limited at four times the rate: peaks between samples count too.</summary>
    private static string Limited(double gain) => Invariant($"{Plain},volume={gain:0.###}dB,aresample=192000,alimiter=limit=0.79:attack=5:release=60:level=0,aresample=48000");
}
