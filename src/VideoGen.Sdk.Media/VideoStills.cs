using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Sampling;
using VideoGen.Sdk.Media.Text;
using VideoGen.Sdk.Media.Thumbnails;

namespace VideoGen.Sdk.Media;

/// <summary>
/// Takes stills of videos with the machine's ffmpeg: the best frame, one at a time, a contact sheet or a preview that moves. Free: nothing leaves this machine.
/// The input is treated as hostile. Safe for use by many threads at once.
/// </summary>
public sealed class VideoStills
{
    /// <summary>Of longer videos the best frame is looked for in the beginning.</summary>
    private static readonly TimeSpan LookedAt = TimeSpan.FromSeconds(60);

    private const int SampleSide = 320;

    private readonly MediaOptions options;
    private readonly IToolRunner runner;
    private readonly Inspector inspector;
    private readonly FrameSampler sampler;
    private readonly Lazy<FontShelf> shelf;

    internal VideoStills(MediaOptions options, IToolRunner runner)
    {
        this.options = options;
        this.runner = runner;
        inspector = new Inspector(runner, options);
        sampler = new FrameSampler(runner, options);
        shelf = new Lazy<FontShelf>(() => FontShelf.Open(options));
    }

    /// <summary>Makes one for use without a container.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <exception cref="OptionsValidationException">The options are faulty; the message lists every fault.</exception>
    public static VideoStills Create(MediaOptions? options = null)
    {
        var checkedOptions = MediaOptionsValidator.Checked(options);
        return new VideoStills(checkedOptions, new ToolRunner(checkedOptions, TimeProvider.System));
    }

    /// <summary>Writes a still.</summary>
    /// <param name="request">Which one of which video.</param>
    /// <param name="cancellationToken">Stops the work and its processes; no file is left.</param>
    /// <exception cref="MediaException">It cannot be done; the message says why. No file is left behind.</exception>
    public async Task<StillResult> CreateAsync(StillRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var format = StillRules.Check(request);
        var input = Path.GetFullPath(request.InputPath);
        var file = await inspector.GlanceAsync(input, cancellationToken).ConfigureAwait(false);
        using var folder = WorkFolder.Create(options);
        var at = await TimeOfAsync(request.Still, input, file, folder, cancellationToken).ConfigureAwait(false);
        var command = new StillCommand(options, file, request, format);
        var title = request.Title is { } words ? new TitleFilters(folder, shelf.Value).Write(words, command.Size.Width, command.Size.Height) : "";
        using var part = PartFile.For(request.OutputPath);
        var call = new ToolCall { Tool = FfmpegTool.Ffmpeg, Arguments = command.Write(input, part.Path, at, title), Folder = folder.Path };
        var output = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
        if (output.ExitCode != 0)
        {
            throw ToolFailure.For("Making a still", output);
        }

        if (new FileInfo(part.Path) is not { Exists: true, Length: > 0 and var bytes })
        {
            throw new MediaException($"'{Path.GetFileName(input)}' has no frame that can be shown.") { IsInputFault = true };
        }

        part.Complete();
        return new StillResult { At = at, Format = format, Bytes = bytes };
    }

    private async Task<TimeSpan> TimeOfAsync(Still still, string input, Inspection file, WorkFolder folder, CancellationToken cancellationToken)
    {
        // A frame's length before the end there still is a frame to show.
        var last = TimeSpan.FromSeconds(Math.Max(0, file.Duration.TotalSeconds - (1.5 / (double)Math.Max(1, file.FramesPerSecond))));
        switch (still)
        {
            case Still.FrameAt { Time: var time }:
                return time < last ? time : last;
            case Still.MovingPreview { From: var from }:
                return from < last ? from : TimeSpan.Zero;
            case Still.ContactSheet:
                return TimeSpan.Zero;
            default:
                var length = file.Duration > LookedAt ? LookedAt : file.Duration;
                var frames = await sampler.SampleAsync(input, file, TimeSpan.Zero, length, SampleSide, folder, cancellationToken).ConfigureAwait(false);
                var best = await Task.Run(() => FrameMerit.Best(frames), cancellationToken).ConfigureAwait(false);
                return TimeSpan.FromSeconds(Math.Max(0, (best?.At ?? 0) - 0.0005));
        }
    }
}
