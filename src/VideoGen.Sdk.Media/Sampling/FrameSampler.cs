using System.Globalization;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Sampling;

/// <summary>Looks into a video: a few small frames a second, which ffmpeg writes as bare bytes into the work folder.</summary>
internal sealed class FrameSampler(IToolRunner runner, MediaOptions options)
{
    private const int MostFrames = 400;
    private const double PerSecond = 4;

    /// <summary>Four frames a second, fewer of a long video.</summary>
    /// <param name="input">The video.</param>
    /// <param name="file">What was measured of it.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="length">How much to look at.</param>
    /// <param name="side">Pixels of the longer side.</param>
    /// <param name="folder">Where the bytes lie meanwhile.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MediaException">It cannot be decoded.</exception>
    public async Task<IReadOnlyList<SampledFrame>> SampleAsync(
        string input, Inspection file, TimeSpan from, TimeSpan length, int side, WorkFolder folder, CancellationToken cancellationToken)
    {
        var (width, height) = SizeOf(file, side);
        var gap = Math.Max(1 / PerSecond, length.TotalSeconds / MostFrames);
        var raw = folder.File("samples.rgb");
        var writer = new CommandWriter(options);

        // No loop filter: half a pixel of blocking is nothing to these measures and a fifth of the time.
        writer.Add(GuardedInput.Video(options, input, "-skip_loop_filter", "all", "-ss", Invariant($"{from.TotalSeconds:0.######}"), "-t", Invariant($"{Math.Max(0.04, length.TotalSeconds):0.######}")));
        var command = writer.Write(raw,
        [
            "-map", Invariant($"0:{file.Video.Index}"), "-an", "-sn", "-dn", "-fps_mode", "passthrough",
            "-vf", Invariant($"select='isnan(prev_selected_t)+gte(t-prev_selected_t,{gap - 0.001:0.####})',scale={width}:{height}:flags=area,format=rgb24,metadata=mode=add:key=n:value=1,metadata=mode=print:file=-"),
            "-frames:v", Invariant($"{MostFrames + 8}"), "-f", "rawvideo",
        ]);
        var output = await runner.RunAsync(new ToolCall { Tool = FfmpegTool.Ffmpeg, Arguments = command, Folder = folder.Path }, cancellationToken).ConfigureAwait(false);
        return output.ExitCode != 0 ? throw ToolFailure.For("Looking through the video", output) : Read(raw, Times(output.Lines), width, height, from.TotalSeconds);
    }

    private static (int Width, int Height) SizeOf(Inspection file, int side)
    {
        var shown = (double)(file.Width * file.PixelAspect);
        var scale = side / Math.Max(shown, file.Height);
        return (Math.Clamp((int)Math.Round(shown * scale), 8, side), Math.Clamp((int)Math.Round(file.Height * scale), 8, side));
    }

    private static List<double> Times(IEnumerable<string> lines)
    {
        var times = new List<double>();
        foreach (var line in lines)
        {
            var at = line.IndexOf("pts_time:", StringComparison.Ordinal);
            if (at >= 0 && double.TryParse(line.AsSpan(at + "pts_time:".Length).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            {
                times.Add(Math.Max(0, seconds));
            }
        }

        return times;
    }

    private static List<SampledFrame> Read(string raw, List<double> times, int width, int height, double from)
    {
        var frames = new List<SampledFrame>();
        using var file = File.OpenRead(raw);
        foreach (var at in times)
        {
            var pixels = new byte[width * height * 3];
            if (file.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) < pixels.Length)
            {
                break;
            }

            frames.Add(new SampledFrame(from + at, width, height, pixels));
        }

        return frames;
    }
}
