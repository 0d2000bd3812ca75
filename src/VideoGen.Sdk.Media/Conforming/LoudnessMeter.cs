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
    private const double MostGain = 50;
    private const int MostPasses = 8;

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

        var (best, distance, before) = ("", double.MaxValue, (Gain: 0.0, Units: found.Units));
        for (var pass = 1; pass < MostPasses && distance > Near; pass++)
        {
            var filters = Limited(gain);
            if (await MeasureAsync(input, stream, length, filters, cancellationToken).ConfigureAwait(false) is not { } seen)
            {
                break;
            }

            var missing = TargetUnits - seen.Units;
            (best, distance) = Math.Abs(missing) < distance ? (filters, Math.Abs(missing)) : (best, distance);

            // The harder the limiter works, the less a decibel of gain brings: what the last ones brought tells how many more are needed.
            var brought = Math.Abs(gain - before.Gain) < 0.01 ? 1 : Math.Clamp((seen.Units - before.Units) / (gain - before.Gain), 0.15, 1);
            before = (gain, seen.Units);
            gain = Math.Clamp(gain + (missing / brought), -MostGain, MostGain);
        }

        return best;
    }

    /// <summary>Limited at four times the rate: peaks between samples count too.</summary>
    private static string Limited(double gain) => Invariant($"{Plain},volume={gain:0.###}dB,aresample=192000,alimiter=limit=0.79:attack=5:release=60:level=0,aresample=48000");
}
