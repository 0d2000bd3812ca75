using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Cropping;
using VideoGen.Sdk.Media.Probing;
using VideoGen.Sdk.Media.Running;

namespace VideoGen.Sdk.Media.Composing;

/// <summary>Measures the parts of a composition.</summary>
internal sealed class PartReader(IToolRunner runner, Inspector inspector, MediaOptions options)
{
    private readonly CropPlanner planner = new(runner, options);

    public async Task<IReadOnlyList<PreparedPart>> ReadAsync(Composition composition, IReadOnlyList<CompositionPart> parts, CancellationToken cancellationToken)
    {
        var read = new List<PreparedPart>();
        foreach (var part in parts)
        {
            read.Add(part switch
            {
                CompositionPart.Clip clip => Clip(clip, await inspector.GlanceAsync(clip.Path, cancellationToken).ConfigureAwait(false)),
                CompositionPart.StillImage image => new PreparedPart
                {
                    Part = part,
                    File = await inspector.PictureAsync(image.Path, cancellationToken).ConfigureAwait(false),
                    Length = image.Length,
                },
                CompositionPart.SideBySide two => Two(
                    two,
                    await inspector.GlanceAsync(two.Left, cancellationToken).ConfigureAwait(false),
                    await inspector.GlanceAsync(two.Right, cancellationToken).ConfigureAwait(false)),
                _ => throw new MediaException($"A part of {composition.Parts.Count} is of an unknown kind."),
            });
        }

        return read;
    }

    /// <summary>The frame that all parts come to: as asked, else the first part's.</summary>
    public static ComposedFrame FrameOf(Composition composition, PreparedPart first, MediaOptions options)
    {
        var shown = (int)Math.Round(first.File.Width * first.File.PixelAspect) * (first.Part is CompositionPart.SideBySide ? 2 : 1);
        var rate = composition.Format?.FramesPerSecond
            ?? (first.Part is not CompositionPart.StillImage && first.File.IsRateConstant && first.File.FramesPerSecond is >= 10 and <= 60 ? first.File.FramesPerSecond : 30);
        return new ComposedFrame(
            composition.Format?.Width ?? Math.Clamp((shown + 1) / 2 * 2, 16, 8192),
            composition.Format?.Height ?? Math.Clamp((first.File.Height + 1) / 2 * 2, 16, 8192),
            rate,
            VideoCodec.AsFraction(rate),
            composition.Fit ?? options.Fit);
    }

    /// <summary>Finds where a smart crop cuts, for each clip that has another shape.</summary>
    public async Task<IReadOnlyList<PreparedPart>> CutAsync(IReadOnlyList<PreparedPart> parts, ComposedFrame frame, WorkFolder folder, CancellationToken cancellationToken)
    {
        if (frame.Fit != FrameFit.SmartCrop)
        {
            return parts;
        }

        var cut = parts.ToList();
        for (var i = 0; i < cut.Count; i++)
        {
            if (cut[i].Part is CompositionPart.Clip clip && FrameFilter.IsOtherShape(cut[i].File, frame.Width, frame.Height))
            {
                var path = await planner.PlanAsync(
                    Path.GetFullPath(clip.Path), cut[i].File, frame.Width, frame.Height, clip.From, cut[i].Length * (double)clip.Speed, folder,
                    FormattableString.Invariant($"cut{i}"), (double)clip.Speed, cancellationToken).ConfigureAwait(false);
                cut[i] = cut[i] with { Cut = path };
            }
        }

        return cut;
    }

    private static PreparedPart Clip(CompositionPart.Clip clip, Inspection file)
    {
        var rest = file.Duration - clip.From;
        var read = clip.Length is { } asked && asked < rest ? asked : rest;
        return read > TimeSpan.Zero
            ? new PreparedPart { Part = clip, File = file, Length = read / (double)clip.Speed }
            : throw new MediaException($"'{Path.GetFileName(clip.Path)}' ends at {file.Duration.TotalSeconds:0.##} s, before the clip begins.") { IsInputFault = true };
    }

    private static PreparedPart Two(CompositionPart.SideBySide two, Inspection left, Inspection right)
    {
        var length = left.Duration > right.Duration ? left.Duration : right.Duration;
        return length > TimeSpan.Zero
            ? new PreparedPart { Part = two, File = left, Right = right, Length = length }
            : throw new MediaException($"'{Path.GetFileName(two.Left)}' says nothing of its length.") { IsInputFault = true };
    }
}
