using FFMpegCore;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>Finds a frame worth showing, the first one is often black, and writes it as JPEG.</summary>
internal sealed class ThumbnailMaker(IToolRunner runner, Inspector inspector, MediaOptions options)
{
    /// <summary>Key frames are enough where there are some: decoding only them is many times faster.</summary>
    private static readonly TimeSpan KeyFramesSuffice = TimeSpan.FromSeconds(10);

    private const string Measure = "scale=360:-2:flags=fast_bilinear,signalstats,entropy,metadata=mode=print:file=-";

    public async Task MakeAsync(string inputPath, string outputPath, CancellationToken cancellationToken)
    {
        var input = Path.GetFullPath(inputPath);
        var file = await inspector.InspectAsync(input, cancellationToken).ConfigureAwait(false);
        var best = file.Duration >= KeyFramesSuffice ? await BestAsync(input, file, keyFramesOnly: true, cancellationToken).ConfigureAwait(false) : null;
        if (best is not { IsWellLit: true })
        {
            best = FrameScore.Best(new[] { best, await BestAsync(input, file, keyFramesOnly: false, cancellationToken).ConfigureAwait(false) }.OfType<FrameScore>());
        }

        using var part = PartFile.For(outputPath);
        await WriteAsync(input, file, best?.At ?? TimeSpan.Zero, part.Path, cancellationToken).ConfigureAwait(false);
        part.Complete();
    }

    private async Task<FrameScore?> BestAsync(string input, Inspection file, bool keyFramesOnly, CancellationToken cancellationToken)
    {
        // Twenty seconds at two frames a second show enough; the time limit of a run is not for stills.
        var sampling = keyFramesOnly ? "" : "fps=2:round=up,";
        var arguments = FFMpegArguments
            .FromInput(LocalFile.Input(input), o => o.WithCustomArgument($"-hide_banner -nostdin -loglevel error {InputRules.Arguments(options)} -t 20 {(keyFramesOnly ? "-skip_frame nokey" : "")}".TrimEnd()))
            .OutputTo(new NoOutput(), o => o.WithCustomArgument(Invariant($"-map 0:{file.Video.Index} -fps_mode passthrough -vf {CommandLine.Quote(sampling + Measure)} -f null")))
            .Arguments;
        var output = await RunAsync(arguments, input, cancellationToken).ConfigureAwait(false);
        return FrameScore.Best(FrameScore.Read(output.Lines));
    }

    private async Task WriteAsync(string input, Inspection file, TimeSpan at, string path, CancellationToken cancellationToken)
    {
        var arguments = FFMpegArguments
            .FromInput(LocalFile.Input(input), o => o.WithCustomArgument(Invariant($"-hide_banner -nostdin -loglevel error {InputRules.Arguments(options)} -ss {at.TotalSeconds:0.######}")))
            .OutputTo(LocalFile.Output(path), o => o.WithCustomArgument(Invariant($"-map 0:{file.Video.Index} -frames:v 1 -vf scale=out_range=full,format=yuvj420p -c:v mjpeg -q:v 3 -map_metadata -1 -f mjpeg -y")))
            .Arguments;
        await RunAsync(arguments, input, cancellationToken).ConfigureAwait(false);
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            throw new MediaException($"'{Path.GetFileName(input)}' has no frame that can be shown.") { IsInputFault = true };
        }
    }

    private async Task<ToolOutput> RunAsync(string arguments, string input, CancellationToken cancellationToken)
    {
        var call = new ToolCall { Tool = FfmpegTool.Ffmpeg, Arguments = arguments, Folder = Path.GetDirectoryName(input)! };
        var output = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
        return output.ExitCode == 0 ? output : throw ToolFailure.For("Making a still", output);
    }
}
