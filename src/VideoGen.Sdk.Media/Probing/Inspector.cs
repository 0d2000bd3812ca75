using System.Globalization;
using System.Text.Json;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Running;

namespace VideoGen.Sdk.Media.Probing;

/// <summary>Measures files.</summary>
internal sealed class Inspector(IToolRunner runner, MediaOptions options)
{
    /// <summary>All there is to know for fitting.</summary>
    /// <exception cref="MediaException">It is not a playable video, or larger or longer than is allowed.</exception>
    public Task<Inspection> InspectAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, withKeyFrames: true, cancellationToken);

    /// <summary>All but where the key frames lie: half the time.</summary>
    /// <exception cref="MediaException">It is not a playable video, or larger or longer than is allowed.</exception>
    public Task<Inspection> GlanceAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, withKeyFrames: false, cancellationToken);

    /// <summary>A still picture, as a video of one frame.</summary>
    /// <exception cref="MediaException">It is no PNG, JPEG or WebP, or larger than is allowed.</exception>
    public async Task<Inspection> PictureAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(path);
        var format = InputRules.PictureFormat(file, options);
        var document = await ReadStreamsAsync(file, format, cancellationToken).ConfigureAwait(false);
        return new Inspection
        {
            Document = document,
            Video = PictureOf(document, file, s => s.CodecType == "video"),
            KeyFrames = new KeyFrames(TimeSpan.Zero, IsClosed: true),
            Duration = TimeSpan.Zero,
            Bytes = new FileInfo(file).Length,
        };
    }

    /// <summary>The number of a file's first sound.</summary>
    /// <exception cref="MediaException">It holds none.</exception>
    public async Task<int> SoundAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(path);
        InputRules.CheckSound(file, options);
        var document = await ReadStreamsAsync(file, InputRules.SoundFormats, cancellationToken).ConfigureAwait(false);
        return document.Streams.FirstOrDefault(s => s.IsAudio)?.Index ?? throw new MediaException($"'{Path.GetFileName(file)}' holds no sound.") { IsInputFault = true };
    }

    private async Task<Inspection> ReadAsync(string path, bool withKeyFrames, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(path);
        InputRules.CheckBeginning(file, options);

        // Both at once: most files have one picture, and starting a process is most of what a look costs.
        var keys = withKeyFrames ? ReadKeyFramesAsync(file, "v:0", cancellationToken) : Task.FromResult(new KeyFrames(TimeSpan.Zero, IsClosed: true));
        FfprobeDocument document;
        try
        {
            document = await ReadStreamsAsync(file, InputRules.Formats, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is MediaException or OperationCanceledException)
        {
            // No process outlives the call; what this one says is the same or less.
            await ((Task)keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await ((Task)keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var video = PictureOf(document, file, s => s.IsVideo);
        if (withKeyFrames && video.Index != document.Streams.First(s => s.CodecType == "video").Index)
        {
            keys = ReadKeyFramesAsync(file, FormattableString.Invariant($"{video.Index}"), cancellationToken);
        }

        var isMp4 = document.Format?.FormatName?.Contains("mp4", StringComparison.Ordinal) == true;
        var duration = TimeSpan.FromSeconds(Seconds(document.Format?.Duration) ?? Seconds(video.Duration) ?? 0);
        if (duration > options.MaxDuration)
        {
            throw new MediaException($"'{Path.GetFileName(file)}' plays for {duration:g}, longer than {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxDuration)} allows.") { IsInputFault = true };
        }

        return new Inspection
        {
            Document = document,
            Video = video,
            Audio = document.Streams.FirstOrDefault(s => s.IsAudio),
            Boxes = isMp4 ? BoxWalker.Walk(file) : null,
            KeyFrames = await keys.ConfigureAwait(false),
            Duration = duration,
            Bytes = new FileInfo(file).Length,
        };
    }

    private FfprobeStream PictureOf(FfprobeDocument document, string file, Func<FfprobeStream, bool> isWanted)
    {
        var video = document.Streams.FirstOrDefault(s => isWanted(s) && s is { Width: > 0, Height: > 0 })
            ?? throw new MediaException($"'{Path.GetFileName(file)}' holds no video.") { IsInputFault = true };
        return (long)video.Width * video.Height <= options.MaxPixels
            ? video
            : throw new MediaException($"'{Path.GetFileName(file)}' has {video.Width}x{video.Height} pixels, more than {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxPixels)} allows.") { IsInputFault = true };
    }

    private async Task<FfprobeDocument> ReadStreamsAsync(string file, string formats, CancellationToken cancellationToken)
    {
        var output = await ProbeAsync(file, formats, "-of json -show_format -show_streams", cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(string.Join('\n', output.Lines), FfprobeJsonContext.Default.FfprobeDocument) ?? new FfprobeDocument();
        }
        catch (JsonException e)
        {
            throw new MediaException($"Reading '{Path.GetFileName(file)}' failed: ffprobe's answer cannot be read.", e);
        }
    }

    private async Task<KeyFrames> ReadKeyFramesAsync(string file, string stream, CancellationToken cancellationToken)
    {
        var what = FormattableString.Invariant($"-select_streams {stream} -show_entries packet=pts_time,flags -of csv=p=0");
        return KeyFrames.Read((await ProbeAsync(file, InputRules.Formats, what, cancellationToken).ConfigureAwait(false)).Lines);
    }

    private async Task<ToolOutput> ProbeAsync(string file, string formats, string what, CancellationToken cancellationToken)
    {
        var output = await runner.RunAsync(
            new ToolCall
            {
                Tool = FfmpegTool.Ffprobe,
                Arguments = $"-v error {InputRules.Arguments(options, formats)} {what} {CommandLine.Quote(LocalFile.Address(file))}",
                Folder = Path.GetDirectoryName(file)!,
            },
            cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? output : throw ToolFailure.For($"Reading '{Path.GetFileName(file)}'", output);
    }

    private static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e7 ? seconds : null;
}
