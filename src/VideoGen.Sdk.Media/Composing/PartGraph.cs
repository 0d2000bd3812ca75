using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Text;
using VideoGen.Sdk.Media.Thumbnails;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Composing;

/// <summary>Writes the filters that bring one part to the common frame, rate and length: its picture as <c>[v0]</c>, its sound as <c>[a0]</c>, and so on.</summary>
internal sealed class PartGraph(MediaOptions options, CommandWriter writer, ComposedFrame frame, WorkFolder folder, Lazy<FontShelf> shelf)
{
    /// <summary>The filters, each graph apart.</summary>
    public IEnumerable<string> Write(PreparedPart part, int index, bool withSound) => part.Part switch
    {
        CompositionPart.Clip clip => Clip(clip, part, index, withSound),
        CompositionPart.StillImage image => Image(image, part, index, withSound),
        CompositionPart.SideBySide two => Two(two, part, index, withSound),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private IEnumerable<string> Clip(CompositionPart.Clip clip, PreparedPart part, int index, bool withSound)
    {
        var read = part.Length.TotalSeconds * (double)clip.Speed;
        var input = writer.Add(GuardedInput.Video(options, Path.GetFullPath(clip.Path), "-ss", Invariant($"{clip.From.TotalSeconds:0.######}"), "-t", Invariant($"{read:0.######}")));
        yield return FrameFilter.For(Picture(part, Invariant($"{input}:{part.File.Video.Index}"), Invariant($"v{index}"), frame.Width, frame.Height) with
        {
            Before = clip.Speed == 1 ? "" : Invariant($"setpts=PTS/{clip.Speed},"),
            Cut = part.Cut,
        });
        if (withSound)
        {
            yield return part.File.Audio is { } audio ? Sound(Invariant($"{input}:{audio.Index}"), index, part, Tempo(clip.Speed)) : Silence(index, part);
        }
    }

    private IEnumerable<string> Image(CompositionPart.StillImage image, PreparedPart part, int index, bool withSound)
    {
        var path = Path.GetFullPath(image.Path);
        var input = writer.Add(GuardedInput.Picture(options, path, InputRules.PictureFormat(path, options)));
        yield return FrameFilter.For(Picture(part, Invariant($"{input}:{part.File.Video.Index}"), Invariant($"v{index}"), frame.Width, frame.Height) with
        {
            Before = Invariant($"format=rgb24,loop=loop=-1:size=1,setpts=N/({frame.Rate})/TB,"),
        });
        if (withSound)
        {
            yield return Silence(index, part);
        }
    }

    private IEnumerable<string> Two(CompositionPart.SideBySide two, PreparedPart part, int index, bool withSound)
    {
        var half = frame.Width / 4 * 2;
        var left = writer.Add(GuardedInput.Video(options, Path.GetFullPath(two.Left)));
        var right = writer.Add(GuardedInput.Video(options, Path.GetFullPath(two.Right)));
        yield return FrameFilter.For(Half(part, left, two.LeftLabel, Invariant($"l{index}"), half));
        yield return FrameFilter.For(Half(part with { File = part.Right! }, right, two.RightLabel, Invariant($"r{index}"), frame.Width - half));
        yield return Invariant($"[l{index}][r{index}]hstack=inputs=2,setsar=1[v{index}]");
        if (withSound)
        {
            yield return part.File.Audio is { } first ? Sound(Invariant($"{left}:{first.Index}"), index, part, "")
                : part.Right!.Audio is { } second ? Sound(Invariant($"{right}:{second.Index}"), index, part, "")
                : Silence(index, part);
        }
    }

    private FramePlace Half(PreparedPart part, int input, string? label, string output, int width)
    {
        var place = Picture(part, Invariant($"{input}:{part.File.Video.Index}"), output, width, frame.Height);
        var words = string.IsNullOrWhiteSpace(label) ? "" : new TitleFilters(folder, shelf.Value, output).WriteLabel(label, width, frame.Height);
        return place with { After = words + place.After };
    }

    private FramePlace Picture(PreparedPart part, string input, string output, int width, int height) => new()
    {
        Input = input,
        Output = output,
        File = part.File,
        Width = width,
        Height = height,
        Rate = frame.Rate + ":start_time=0",
        Fit = frame.Fit,

        // Exactly as long as its sound: the last frame is held where the file's picture ends early. The rate is said once more, for setpts forgets it and a crossfade asks for it.
        After = Invariant($",tpad=stop_mode=clone:stop=-1,trim=end={part.Length.TotalSeconds:0.######},setpts=PTS-STARTPTS,fps={frame.Rate}"),
    };

    private static string Sound(string input, int index, PreparedPart part, string tempo) =>
        Invariant($"[{input}]aresample=48000:async=1:first_pts=0{tempo},aformat=sample_fmts=fltp:channel_layouts=stereo,apad,atrim=end={part.Length.TotalSeconds:0.######},asetpts=PTS-STARTPTS[a{index}]");

    private static string Silence(int index, PreparedPart part) =>
        Invariant($"anullsrc=r=48000:cl=stereo,aformat=sample_fmts=fltp:channel_layouts=stereo,atrim=end={part.Length.TotalSeconds:0.######},asetpts=PTS-STARTPTS[a{index}]");

    /// <summary>One step goes down to half the pace; slower takes two.</summary>
    private static string Tempo(decimal speed) => speed == 1 ? "" : speed < 0.5m ? Invariant($",atempo=0.5,atempo={speed * 2}") : Invariant($",atempo={speed}");
}
