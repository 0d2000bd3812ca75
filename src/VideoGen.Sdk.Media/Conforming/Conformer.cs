using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Cropping;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Climbs the ladder: nothing, container, sound, everything; no further than needed.</summary>
internal sealed class Conformer(IToolRunner runner, Inspector inspector, MediaOptions options)
{
    private const int SizeAttempts = 3;

    /// <summary>How far off the loudness may be before it is set for that alone.</summary>
    private const double LoudnessTolerance = 0.5;

    private readonly LoudnessMeter meter = new(runner, options);
    private readonly CropPlanner planner = new(runner, options);

    public async Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var target = ConformTarget.From(request);
        var input = Path.GetFullPath(request.InputPath);
        if (string.Equals(input, Path.GetFullPath(request.OutputPath), StringComparison.Ordinal))
        {
            throw new MediaException("The output is the input: name another file.");
        }

        var clock = new StageClock();
        var file = await clock.ProbeAsync(() => inspector.InspectAsync(input, cancellationToken)).ConfigureAwait(false);
        var faults = ConformanceCheck.Check(file, target).ToList();
        if (options.AlwaysSetLoudness && faults.TrueForAll(f => f.Kind == FaultKind.Container) && await clock.LoudnessAsync(() => LoudnessFaultAsync(input, file, cancellationToken)).ConfigureAwait(false) is { } off)
        {
            faults.Add(off);
        }

        if (faults.Count == 0)
        {
            var copied = request.AlwaysWrite && await clock.EncodeAsync(() => CopyAsync(input, request.OutputPath, cancellationToken)).ConfigureAwait(false);
            progress?.Report(1);
            return new ConformResult { Action = copied ? ConformAction.Copied : ConformAction.Unchanged, Facts = file.ToFacts(), Timings = clock.Read() };
        }

        return await MakeAsync(request, input, file, target, faults, clock, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConformResult> MakeAsync(
        ConformRequest request, string input, Inspection file, ConformTarget target, List<MediaFault> faults, StageClock clock, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var reasons = faults.Select(f => f.Text).ToList();
        if (file.Boxes is { HasProvenance: true })
        {
            reasons.Add("its C2PA statement of origin is lost by writing it anew");
        }

        using var folder = WorkFolder.Create(options);
        using var part = PartFile.For(request.OutputPath);
        var command = new ConformCommand(options, file, target, input, part.Path);
        var step = faults.Max(f => f.Kind);
        while (true)
        {
            await PrepareAsync(step, command, input, file, target, folder, clock, cancellationToken).ConfigureAwait(false);
            await clock.EncodeAsync(() => WriteAsync(step, command, target, part.Path, folder, progress, cancellationToken)).ConfigureAwait(false);
            var made = await clock.ProbeAsync(() => inspector.InspectAsync(part.Path, cancellationToken)).ConfigureAwait(false);
            var left = ConformanceCheck.Check(made, target);
            if (left.Count == 0)
            {
                part.Complete();
                progress?.Report(1);
                return new ConformResult { Action = ActionOf(step), Reasons = reasons, Facts = made.ToFacts(), Timings = clock.Read() };
            }

            // Some streams cannot be copied into a clean container: then the next step mends it.
            reasons.AddRange(left.Select(f => f.Text).Except(reasons));
            step = step < FaultKind.Video ? FaultKind.Video : throw new MediaException($"'{Path.GetFileName(input)}' cannot be made to fit: {string.Join("; ", left.Select(f => f.Text))}.");
        }
    }

    /// <summary>Measures what the step needs to know: the loudness once sound is encoded, the place to cut once the picture is.</summary>
    private async Task PrepareAsync(
        FaultKind step, ConformCommand command, string input, Inspection file, ConformTarget target, WorkFolder folder, StageClock clock, CancellationToken cancellationToken)
    {
        if (step > FaultKind.Container && file.Audio is { } audio && command.SoundFilter.Length == 0)
        {
            command.SoundFilter = await clock.LoudnessAsync(() => meter.PlanAsync(input, audio.Index, command.Length, cancellationToken)).ConfigureAwait(false);
        }

        if (step == FaultKind.Video && options.Fit == FrameFit.SmartCrop && FrameFilter.IsOtherShape(file, target.Width, target.Height))
        {
            command.Cut = await planner.PlanAsync(input, file, target.Width, target.Height, TimeSpan.Zero, command.Length, folder, "cut", 1, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(FaultKind step, ConformCommand command, ConformTarget target, string path, WorkFolder folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var arguments = step switch
            {
                FaultKind.Container => command.Remux(),
                FaultKind.Audio => command.EncodeAudio(),
                _ => command.EncodeAll(SizeCap.VideoKilobits(target.MaxBytes, command.Length, attempt)),
            };
            var call = new ToolCall { Tool = FfmpegTool.Ffmpeg, Arguments = arguments, Folder = folder.Path, Length = command.Length, Progress = progress };
            var output = await runner.RunAsync(call, cancellationToken).ConfigureAwait(false);
            if (output.ExitCode != 0)
            {
                throw ToolFailure.For("Fitting the video", output);
            }

            if (step < FaultKind.Video || attempt == SizeAttempts || new FileInfo(path).Length <= target.MaxBytes)
            {
                return;
            }
        }
    }

    private async Task<MediaFault?> LoudnessFaultAsync(string input, Inspection file, CancellationToken cancellationToken)
    {
        var found = file.Audio is { } audio ? await meter.MeasureAsync(input, audio.Index, file.Duration, "anull", cancellationToken).ConfigureAwait(false) : null;
        return found is not null && Math.Abs(found.Units - LoudnessMeter.TargetUnits) > LoudnessTolerance
            ? new MediaFault(FaultKind.Audio, Invariant($"its loudness is {found.Units:0.0} LUFS, not {LoudnessMeter.TargetUnits}"))
            : null;
    }

    private static async Task<bool> CopyAsync(string input, string outputPath, CancellationToken cancellationToken)
    {
        using var part = PartFile.For(outputPath);
        await part.FillFromAsync(input, cancellationToken).ConfigureAwait(false);
        part.Complete();
        return true;
    }

    private static ConformAction ActionOf(FaultKind step) => step switch
    {
        FaultKind.Container => ConformAction.Remuxed,
        FaultKind.Audio => ConformAction.Audio,
        _ => ConformAction.Encoded,
    };
}
