using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Climbs the ladder: nothing, container, sound, everything; no further than needed.</summary>
internal sealed class Conformer(IToolRunner runner, Inspector inspector, MediaOptions options)
{
    private const int SizeAttempts = 3;

    public async Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var target = ConformTarget.From(request);
        var input = Path.GetFullPath(request.InputPath);
        var file = await inspector.InspectAsync(input, cancellationToken).ConfigureAwait(false);
        var faults = ConformanceCheck.Check(file, target);
        var reasons = faults.Select(f => f.Text).ToList();
        if (faults.Count == 0)
        {
            return new ConformResult { Action = ConformAction.Unchanged, Facts = file.ToFacts() };
        }

        if (file.Boxes is { HasProvenance: true })
        {
            reasons.Add("its C2PA statement of origin is lost by writing it anew");
        }

        using var part = PartFile.For(request.OutputPath);
        var command = new ConformCommand(options, file, target, input, part.Path);
        var highest = faults.Max(f => f.Kind);
        var step = highest;
        while (true)
        {
            var made = await MakeAsync(step, command, target, part.Path, progress, cancellationToken).ConfigureAwait(false);
            var left = ConformanceCheck.Check(made, target);
            if (left.Count == 0)
            {
                part.Complete();
                progress?.Report(1);
                return new ConformResult { Action = ActionOf(step), Reasons = reasons, Facts = made.ToFacts() };
            }

            // Some streams cannot be copied into a clean container: then the next step mends it.
            reasons.AddRange(left.Select(f => f.Text).Except(reasons));
            step = step < FaultKind.Video ? FaultKind.Video : throw new MediaException($"'{Path.GetFileName(input)}' cannot be made to fit: {string.Join("; ", left.Select(f => f.Text))}.");
        }
    }

    private async Task<Inspection> MakeAsync(FaultKind step, ConformCommand command, ConformTarget target, string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var arguments = step switch
        {
            FaultKind.Container => command.Remux(),
            FaultKind.Audio => command.EncodeAudio(),
            _ => command.EncodeAll(null),
        };
        for (var attempt = 0; ; attempt++)
        {
            await RunAsync(arguments, command.Length, path, progress, cancellationToken).ConfigureAwait(false);
            if (step < FaultKind.Video || attempt == SizeAttempts || new FileInfo(path).Length <= target.MaxBytes)
            {
                return await inspector.InspectAsync(path, cancellationToken).ConfigureAwait(false);
            }

            arguments = command.EncodeAll(SizeCap.VideoKilobits(target.MaxBytes, command.Length, attempt));
        }
    }

    private async Task RunAsync(string arguments, TimeSpan length, string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var call = new ToolCall { Tool = FfmpegTool.Ffmpeg, Arguments = arguments, Folder = Path.GetDirectoryName(path)!, Length = length, Progress = progress };
        var output = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
        if (output.ExitCode != 0)
        {
            throw ToolFailure.For("Fitting the video", output);
        }
    }

    private static ConformAction ActionOf(FaultKind step) => step switch
    {
        FaultKind.Container => ConformAction.Remuxed,
        FaultKind.Audio => ConformAction.Audio,
        _ => ConformAction.Encoded,
    };
}
