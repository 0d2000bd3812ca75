using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Text;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>Writes words over a picture. As in the local renderer, words lie in files and the graph names only those.</summary>
internal sealed class TitleFilters(WorkFolder folder, FontShelf shelf, string prefix = "")
{
    private readonly Dictionary<FontFile, string> fonts = [];
    private int texts;

    /// <summary>A title in the middle. Filters, each with a comma before it; empty where nothing can be written.</summary>
    public string Write(string title, int width, int height) => Write(title, width, height, largest: 0.13, middle: 0.5);

    /// <summary>A few words at the top.</summary>
    public string WriteLabel(string label, int width, int height) => Write(label, width, height, largest: 0.08, middle: 0.12);

    private string Write(string title, int width, int height, double largest, double middle)
    {
        var side = Math.Min(width, height);
        var layout = new TextLayout(shelf, width * 0.84, height * middle, 1, Math.Max(12, (int)(side * largest)), Math.Max(9, (int)(side * 0.06)));
        var plan = layout.Plan(title);
        if (plan.Cards.Count == 0)
        {
            return "";
        }

        var lines = plan.Cards[0].Lines;
        var lineHeight = plan.FontSize * TextLayout.LineHeight;
        var top = (height * middle) - (lines.Count * lineHeight / 2);
        return string.Concat(lines.SelectMany((line, i) => line.Runs.Select(run => Run(line, run, width, top + (i * lineHeight), plan.FontSize))));
    }

    private string Run(TextLine line, TextRun run, int width, double y, int size)
    {
        var x = line.Runs.Count == 1 ? "(w-text_w)/2" : Invariant($"{((width - (line.Width * size)) / 2) + (run.Offset * size):0}");
        return Invariant($",drawtext=fontfile={Font(run.Font)}:textfile={Text(run.Text)}:expansion=none:fontsize={size}:fontcolor=white:x={x}:y={y + (size * 0.98):0.#}-ascent:")
            + Invariant($"shadowcolor=black@0.5:shadowx=0:shadowy={Math.Max(1, size / 18)}:borderw={Math.Max(1, size / 22)}:bordercolor=black@0.55");
    }

    private string Text(string text)
    {
        var name = Invariant($"{prefix}t{texts++}");
        File.WriteAllText(folder.File(name), text);
        return name;
    }

    private string Font(FontFile font)
    {
        if (!fonts.TryGetValue(font, out var name))
        {
            fonts[font] = name = Invariant($"{prefix}f{fonts.Count}");
            File.Copy(font.Path, folder.File(name));
        }

        return name;
    }
}
