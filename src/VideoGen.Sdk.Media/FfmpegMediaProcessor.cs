using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Thumbnails;

namespace VideoGen.Sdk.Media;

/// <summary>
/// Measures, fits and stills videos with the machine's ffmpeg. Free: nothing leaves this machine. Treats every input as hostile: local MP4, MOV, MKV and WebM
/// only, limits on pixels and time. Safe for use by many threads at once; at most <see cref="MediaOptions.MaxProcesses"/> processes run at a time.
/// </summary>
public sealed class FfmpegMediaProcessor : IMediaProcessor
{
    private readonly Inspector inspector;
    private readonly Conformer conformer;
    private readonly VideoStills stills;
    private readonly FfmpegBinaries binaries;

    internal FfmpegMediaProcessor(MediaOptions options, IToolRunner runner)
    {
        inspector = new Inspector(runner, options);
        conformer = new Conformer(runner, inspector, options);
        stills = new VideoStills(options, runner);
        binaries = new FfmpegBinaries(options);
    }

    /// <inheritdoc/>
    public string? Obstacle => binaries.Fault();

    /// <summary>Makes one for use without a container.</summary>
    /// <param name="options">Options; null takes the defaults.</param>
    /// <exception cref="OptionsValidationException">The options are faulty; the message lists every fault.</exception>
    public static FfmpegMediaProcessor Create(MediaOptions? options = null)
    {
        var checkedOptions = MediaOptionsValidator.Checked(options);
        return new FfmpegMediaProcessor(checkedOptions, new ToolRunner(checkedOptions, TimeProvider.System));
    }

    /// <inheritdoc/>
    /// <exception cref="MediaException">It is not a playable video, or ffprobe is missing.</exception>
    public async Task<MediaFacts?> ProbeAsync(string path, CancellationToken cancellationToken = default) =>
        (await inspector.InspectAsync(path, cancellationToken).ConfigureAwait(false)).ToFacts();

    /// <inheritdoc/>
    /// <remarks>
    /// A file that fits is not written again (<see cref="ConformAction.Unchanged"/>, or a byte copy with <see cref="ConformRequest.AlwaysWrite"/>); else only container, only sound, or everything is
    /// made anew, whichever suffices. Whenever the sound is encoded its loudness is set to -14 LUFS, with peaks below -1.5 dBTP.
    /// </remarks>
    /// <exception cref="MediaException">It cannot be done; the message says why. No file is left behind.</exception>
    public Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return conformer.ConformAsync(request, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>The best frame, as <see cref="VideoStills"/> finds it: neither black nor white nor blurred nor in the middle of a fade, where the video has a better one.</remarks>
    /// <exception cref="MediaException">It cannot be done; the message says why. No file is left behind.</exception>
    public async Task<bool> CreateThumbnailAsync(string inputPath, string outputPath, CancellationToken cancellationToken = default)
    {
        await stills.CreateAsync(new StillRequest { InputPath = inputPath, OutputPath = outputPath, Format = ImageFormat.Jpeg }, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
