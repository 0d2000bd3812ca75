using System.Globalization;
using System.Text.Json;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Running;

namespace VideoGen.Sdk.Media.Probing;

/// <summary>Measures files.</summary>
internal sealed class Inspector(IToolRunner runner, MediaOptions options)
{
    /// <exception cref="MediaException">It is not a playable video.</exception>
    public async Task<Inspection> InspectAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(path);
        InputRules.CheckBeginning(file);
        var document = await ReadStreamsAsync(file, cancellationToken).ConfigureAwait(false);
        var video = document.Streams.FirstOrDefault(s => s.IsVideo && s.Width > 0 && s.Height > 0)
            ?? throw new MediaException($"'{Path.GetFileName(file)}' holds no video.") { IsInputFault = true };
        if ((long)video.Width * video.Height > options.MaxPixels)
        {
            throw new MediaException($"'{Path.GetFileName(file)}' has {video.Width}x{video.Height} pixels, more than {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxPixels)} allows.") { IsInputFault = true };
        }

        var isMp4 = document.Format?.FormatName?.Contains("mp4", StringComparison.Ordinal) == true;
        return new Inspection
        {
            Document = document,
            Video = video,
            Audio = document.Streams.FirstOrDefault(s => s.IsAudio),
            Boxes = isMp4 ? BoxWalker.Walk(file) : null,
            KeyFrames = await ReadKeyFramesAsync(file, video.Index, cancellationToken).ConfigureAwait(false),
            Duration = TimeSpan.FromSeconds(Seconds(document.Format?.Duration) ?? Seconds(video.Duration) ?? 0),
            Bytes = new FileInfo(file).Length,
        };
    }

    private async Task<FfprobeDocument> ReadStreamsAsync(string file, CancellationToken cancellationToken)
    {
        var output = await ProbeAsync(file, "-of json -show_format -show_streams", cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(string.Join('\n', output.Lines), FfprobeJsonContext.Default.FfprobeDocument) ?? new FfprobeDocument();
        }
        catch (JsonException e)
        {
            throw new MediaException($"Reading '{Path.GetFileName(file)}' failed: ffprobe's answer cannot be read.", e);
        }
    }

    private async Task<KeyFrames> ReadKeyFramesAsync(string file, int stream, CancellationToken cancellationToken)
    {
        var what = FormattableString.Invariant($"-select_streams {stream} -show_entries packet=pts_time,flags -of csv=p=0");
        return KeyFrames.Read((await ProbeAsync(file, what, cancellationToken).ConfigureAwait(false)).Lines);
    }

    private async Task<ToolOutput> ProbeAsync(string file, string what, CancellationToken cancellationToken)
    {
        var output = await runner.RunAsync(
            new ToolCall
            {
                Tool = FfmpegTool.Ffprobe,
                Arguments = $"-v error {InputRules.Arguments(options)} {what} {CommandLine.Quote(LocalFile.Address(file))}",
                Folder = Path.GetDirectoryName(file)!,
            },
            cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? output : throw ToolFailure.For($"Reading '{Path.GetFileName(file)}'", output);
    }

    private static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e7 ? seconds : null;
}
