using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Text;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>
/// Writes cards as drawtext filters. The words go into files of the work folder, one for each piece of a line, named by number; the graph names only those
/// files, so that nothing in a prompt can become part of a command or a filter.
/// </summary>
internal sealed class CardFilters(WorkFolder folder, Canvas canvas)
{
    /// <summary>What this is, on every video; not a word about artificial intelligence, for there is none in it.</summary>
    public const string Label = "Rendered locally";

    private readonly Dictionary<FontFile, string> fonts = [];
    private int texts;

    public IEnumerable<string> Write(TextPlan plan)
    {
        foreach (var card in plan.Cards)
        {
            var height = plan.FontSize * TextLayout.LineHeight;
            var top = (canvas.Height * canvas.TextMiddle) - (height * card.Lines.Count / 2);
            for (var i = 0; i < card.Lines.Count; i++)
            {
                foreach (var run in card.Lines[i].Runs)
                {
                    yield return Run(card, card.Lines[i], run, i, top + (i * height), plan.FontSize);
                }
            }
        }
    }

    /// <summary>Small and half transparent: at the top of a tall picture, where no button covers it, else in the lower corner.</summary>
    public string WriteLabel(FontFile font)
    {
        var size = Math.Max(11, canvas.Side * 0.026);
        var (x, y) = canvas.IsTall ? ("(w-text_w)/2", Invariant($"{canvas.Height * 0.145:0}")) : (Invariant($"{canvas.Side * 0.045:0}"), Invariant($"h-{canvas.Side * 0.045:0}-th"));
        return Invariant($"drawtext=fontfile={Font(font)}:textfile={Text(Label)}:expansion=none:fontsize={size:0}:fontcolor=white:alpha=0.62:x={x}:y={y}:shadowcolor=black@0.35:shadowx=0:shadowy=1");
    }

    private string Run(TextCard card, TextLine line, TextRun run, int index, double y, int size)
    {
        // Placed by its base line: drawtext's own y is the top of whichever letters there are.
        // Long enough to be read at rest, short enough to move: entering lines rise one after the other, then float, then leave upwards.
        var length = card.Until - card.From;
        var (enter, leave) = (Math.Min(0.7, length / 4), Math.Min(0.45, length / 5));
        var start = card.From + Math.Min(0.14 * index, length / 8 * index / 6) + (card.From == 0 ? 0 : 0.05);
        var rise = canvas.Side * 0.05;
        var x = line.Runs.Count == 1 ? "(w-text_w)/2" : Invariant($"{((canvas.Width - (line.Width * size)) / 2) + (run.Offset * size):0}");
        var coming = Invariant($"clip((t-{start:0.###})/{enter:0.###},0,1)");
        var going = Invariant($"clip(({card.Until:0.###}-t)/{leave:0.###},0,1)");
        return Invariant($"drawtext=fontfile={Font(run.Font)}:textfile={Text(run.Text)}:expansion=none:fontsize={size}:fontcolor=white:")
            + Invariant($"x={x}:y='{y + (size * 0.98):0.#}-ascent+{rise:0.#}*pow(1-{coming},3)-{rise * 0.7:0.#}*pow(1-{going},2)+{canvas.Side * 0.008:0.#}*sin(t*0.9)':")
            + Invariant($"alpha='{coming}*{going}':shadowcolor=black@0.45:shadowx=0:shadowy={Math.Max(1, size / 18)}:borderw={Math.Max(1, size / 34)}:bordercolor=black@0.18:")
            + Invariant($"enable='between(t,{start:0.###},{card.Until:0.###})'");
    }

    private string Text(string text)
    {
        var name = Invariant($"t{texts++}");
        File.WriteAllText(folder.File(name), text);
        return name;
    }

    /// <summary>A copy under a name of ours: font paths may hold what a filter graph would take for its own.</summary>
    private string Font(FontFile font)
    {
        if (!fonts.TryGetValue(font, out var name))
        {
            fonts[font] = name = Invariant($"f{fonts.Count}");
            File.Copy(font.Path, folder.File(name));
        }

        return name;
    }
}
