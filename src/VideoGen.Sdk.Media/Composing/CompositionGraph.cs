using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Subtitles;
using VideoGen.Sdk.Media.Text;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Composing;

/// <summary>Writes the one command of a composition: parts, their joins, then what lies over and under all of them.</summary>
internal sealed class CompositionGraph(MediaOptions options, Composition composition, ComposedFrame frame, WorkFolder folder, Lazy<FontShelf> shelf)
{
    private readonly CommandWriter writer = new(options);
    private readonly List<string> graphs = [];
    private string picture = "v0";
    private string sound = "a0";

    /// <param name="parts">What is shown.</param>
    /// <param name="length">How long it is altogether.</param>
    /// <param name="musicStream">The number of the music's stream.</param>
    /// <param name="cues">The subtitles.</param>
    /// <param name="path">The file to write.</param>
    public string Write(IReadOnlyList<PreparedPart> parts, TimeSpan length, int? musicStream, IReadOnlyList<Cue> cues, string path)
    {
        var partsSound = parts.Any(p => p.HasSound);
        var graph = new PartGraph(options, writer, frame, folder, shelf);
        graphs.AddRange(parts.SelectMany((part, i) => graph.Write(part, i, partsSound)));
        Join(parts, partsSound);
        AddLogo();
        var maps = AddSubtitles(cues);
        if (composition.Music is { } music && musicStream is { } stream)
        {
            AddMusic(music, stream, length, partsSound);
        }

        var hasSound = partsSound || musicStream is not null;
        return writer.Write(path,
        [
            "-filter_complex", string.Join(';', graphs), "-map", $"[{picture}]", .. hasSound ? (string[])["-map", $"[{sound}]"] : [], .. maps,
            .. VideoCodec.Words(options.Preset, frame.FramesPerSecond), .. hasSound ? SoundCodec.Words : [], "-t", Invariant($"{length.TotalSeconds:0.######}"), .. Mp4Output.Words,
        ]);
    }

    private void Join(IReadOnlyList<PreparedPart> parts, bool withSound)
    {
        if (parts.Count == 1)
        {
            return;
        }

        if (composition.Crossfade == TimeSpan.Zero)
        {
            var inputs = string.Concat(parts.Select((_, i) => Invariant($"[v{i}]{(withSound ? $"[a{i}]" : "")}")));
            graphs.Add(Invariant($"{inputs}concat=n={parts.Count}:v=1:a={(withSound ? 1 : 0)}[vj]{(withSound ? "[aj]" : "")}"));
            (picture, sound) = ("vj", "aj");
            return;
        }

        var (fade, at) = (composition.Crossfade.TotalSeconds, 0.0);
        for (var i = 1; i < parts.Count; i++)
        {
            at += parts[i - 1].Length.TotalSeconds - fade;
            graphs.Add(Invariant($"[{picture}][v{i}]xfade=transition=fade:duration={fade:0.######}:offset={at:0.######}[vx{i}]"));
            picture = Invariant($"vx{i}");
            if (withSound)
            {
                graphs.Add(Invariant($"[{sound}][a{i}]acrossfade=d={fade:0.######}:c1=tri:c2=tri[ax{i}]"));
                sound = Invariant($"ax{i}");
            }
        }
    }

    private void AddLogo()
    {
        if (composition.Logo is not { } logo)
        {
            return;
        }

        var path = Path.GetFullPath(logo.Path);
        var input = writer.Add(GuardedInput.Picture(options, path, InputRules.PictureFormat(path, options)));
        var margin = (int)(Math.Min(frame.Width, frame.Height) * logo.Margin);
        var x = logo.Corner is Corner.TopLeft or Corner.BottomLeft ? Invariant($"{margin}") : Invariant($"W-w-{margin}");
        var y = logo.Corner is Corner.TopLeft or Corner.TopRight ? Invariant($"{margin}") : Invariant($"H-h-{margin}");
        graphs.Add(Invariant($"[{input}:v:0]format=rgba,scale={Math.Max(2, (int)(frame.Width * logo.Width))}:-1:flags=lanczos,colorchannelmixer=aa={logo.Opacity:0.###}[mark]"));
        graphs.Add($"[{picture}][mark]overlay={x}:{y}:format=auto,format=yuv420p[vl]");
        picture = "vl";
    }

    private string[] AddSubtitles(IReadOnlyList<Cue> cues)
    {
        if (composition.Subtitles is not { } track || cues.Count == 0)
        {
            return [];
        }

        if (track.IsBurnedIn)
        {
            File.WriteAllText(folder.File("words.ass"), new SubtitleWriter(shelf.Value).Styled(cues, track, frame.Width, frame.Height));
            graphs.Add($"[{picture}]ass=filename=words.ass:shaping=complex,format=yuv420p[vs]");
            picture = "vs";
            return [];
        }

        File.WriteAllText(folder.File("words.srt"), SubtitleWriter.Plain(cues));
        var input = writer.Add(GuardedInput.Subtitles(options, folder.File("words.srt")));
        return ["-map", Invariant($"{input}:0"), "-c:s", "mov_text", "-metadata:s:s:0", "language=" + track.Language];
    }

    /// <summary>Mixed without halving either; a limiter holds what both add up to.</summary>
    private void AddMusic(MusicBed music, int stream, TimeSpan length, bool withSound)
    {
        var input = writer.Add(GuardedInput.Sound(options, Path.GetFullPath(music.Path), "-stream_loop", "-1", "-t", Invariant($"{length.TotalSeconds:0.######}")));
        var fade = Math.Min(1.5, length.TotalSeconds / 4);
        graphs.Add(Invariant($"[{input}:{stream}]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,volume={music.GainDecibels:0.##}dB,")
            + Invariant($"apad,atrim=end={length.TotalSeconds:0.######},afade=t=out:st={length.TotalSeconds - fade:0.###}:d={fade:0.###}[mu]"));
        const string Limit = "alimiter=limit=0.89:level=0";
        if (!withSound)
        {
            graphs.Add($"[mu]{Limit}[am]");
        }
        else if (music.Ducks)
        {
            graphs.Add($"[{sound}]asplit=2[voice][key]");
            graphs.Add("[mu][key]sidechaincompress=threshold=0.03:ratio=8:attack=20:release=400[low]");
            graphs.Add($"[voice][low]amix=inputs=2:duration=first:normalize=0,{Limit}[am]");
        }
        else
        {
            graphs.Add($"[{sound}][mu]amix=inputs=2:duration=first:normalize=0,{Limit}[am]");
        }

        sound = "am";
    }
}
