using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Composing;
using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Subtitles;
using VideoGen.Sdk.Media.Text;

namespace VideoGen.Sdk.Media;

/// <summary>
/// Puts videos together with the machine's ffmpeg, in one encode: clips joined by cuts or crossfades, trimmed, faster or slower, stills, two videos side by side, an intro and an outro,
/// subtitles, a logo and music. Free: nothing leaves this machine. Every input is treated as hostile. Safe for use by many threads at once.
/// </summary>
public sealed class VideoComposer
{
    private readonly MediaOptions options;
    private readonly IToolRunner runner;
    private readonly Inspector inspector;
    private readonly PartReader reader;
    private readonly Lazy<FontShelf> shelf;

    internal VideoComposer(MediaOptions options, IToolRunner runner)
    {
        this.options = options;
        this.runner = runner;
        inspector = new Inspector(runner, options);
        reader = new PartReader(runner, inspector, options);
        shelf = new Lazy<FontShelf>(() => FontShelf.Open(options));
    }

    /// <summary>Makes one for use without a container.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <exception cref="OptionsValidationException">The options are faulty; the message lists every fault.</exception>
    public static VideoComposer Create(MediaOptions? options = null)
    {
        var checkedOptions = MediaOptionsValidator.Checked(options);
        return new VideoComposer(checkedOptions, new ToolRunner(checkedOptions, TimeProvider.System));
    }

    /// <summary>
    /// Writes the video: MP4, H.264 High, closed groups of two seconds, constant frame rate, AAC 48 kHz, index first. Its loudness is that of its parts; fitting it
    /// afterwards with <see cref="MediaOptions.AlwaysSetLoudness"/> sets it without encoding the picture again.
    /// </summary>
    /// <param name="composition">What to put together.</param>
    /// <param name="outputPath">Local file to write; one that is there is replaced once the new one is whole.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work and its processes; no file is left.</param>
    /// <returns>What was measured of the result.</returns>
    /// <exception cref="MediaException">It cannot be done; the message says why. No file is left behind.</exception>
    public async Task<MediaFacts> ComposeAsync(Composition composition, string outputPath, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(composition);
        var parts = CompositionRules.Check(composition);
        using var folder = WorkFolder.Create(options);
        var prepared = await reader.ReadAsync(composition, parts, cancellationToken).ConfigureAwait(false);
        var frame = PartReader.FrameOf(composition, prepared[0], options);
        var cut = await reader.CutAsync(prepared, frame, folder, cancellationToken).ConfigureAwait(false);
        var length = LengthOf(cut, composition.Crossfade);
        int? music = composition.Music is { } bed ? await inspector.SoundAsync(bed.Path, cancellationToken).ConfigureAwait(false) : null;
        if (composition.Logo is { } logo)
        {
            await inspector.PictureAsync(logo.Path, cancellationToken).ConfigureAwait(false);
        }

        var cues = composition.Subtitles is { } track ? SubtitleFile.Read(Path.GetFullPath(track.Path)) : [];
        using var part = PartFile.For(outputPath);
        var call = new ToolCall
        {
            Tool = FfmpegTool.Ffmpeg,
            Arguments = new CompositionGraph(options, composition, frame, folder, shelf).Write(cut, length, music, cues, part.Path),
            Folder = folder.Path,
            Length = length,
            Progress = progress,
        };
        var output = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
        if (output.ExitCode != 0)
        {
            throw ToolFailure.For("Composing the video", output);
        }

        var made = await inspector.GlanceAsync(part.Path, cancellationToken).ConfigureAwait(false);
        part.Complete();
        progress?.Report(1);
        return made.ToFacts();
    }

    private TimeSpan LengthOf(IReadOnlyList<PreparedPart> parts, TimeSpan crossfade)
    {
        if (crossfade > TimeSpan.Zero && parts.Count > 1 && parts.Any(p => p.Length < crossfade * 2))
        {
            throw new MediaException($"Crossfade is {crossfade.TotalSeconds:0.##} s, but a part is shorter than twice that.");
        }

        var length = parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Length) - (crossfade * (parts.Count - 1));
        return length <= options.MaxDuration ? length
            : throw new MediaException($"The video would play for {length:g}, longer than {MediaOptionsValidator.Section}:{nameof(MediaOptions.MaxDuration)} allows.");
    }
}
