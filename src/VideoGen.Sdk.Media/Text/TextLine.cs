namespace VideoGen.Sdk.Media.Text;

/// <summary>One line as it is shown, left to right.</summary>
/// <param name="Runs">Its parts.</param>
/// <param name="Width">In parts of the font size.</param>
internal sealed record TextLine(IReadOnlyList<TextRun> Runs, double Width)
{
    /// <summary>Each run is a filter of its own; a line that changes font more often is written in its main font alone.</summary>
    private const int MostRuns = 5;

    /// <summary>How many characters there are to read.</summary>
    public int Characters => Runs.Sum(r => r.Text.Length);

    /// <summary>Joins words of the same font; in a right-to-left text the first word stands rightmost.</summary>
    public static TextLine Of(IReadOnlyList<TextWord> words, bool isRightToLeft)
    {
        var runs = new List<TextRun>();
        foreach (var word in words)
        {
            var space = runs.Count > 0 && word.HasSpaceBefore ? word.Font.WidthOf(" ") : 0;
            if (runs.Count > 0 && ReferenceEquals(runs[^1].Font, word.Font))
            {
                var before = runs[^1];
                runs[^1] = before with { Text = before.Text + (space > 0 ? " " : "") + word.Text, Width = before.Width + space + word.Width };
            }
            else
            {
                runs.Add(new TextRun(word.Text, word.Font, (runs.Count == 0 ? 0 : runs[^1].Offset + runs[^1].Width) + space, word.Width));
            }
        }

        if (runs.Count > MostRuns)
        {
            var main = runs.GroupBy(r => r.Font).MaxBy(g => g.Sum(r => r.Width))!.Key;
            return Of([.. words.Where(w => ReferenceEquals(w.Font, main))], isRightToLeft);
        }

        var width = runs.Count == 0 ? 0 : runs[^1].Offset + runs[^1].Width;
        return new TextLine(isRightToLeft ? [.. runs.Select(r => r with { Offset = width - r.Offset - r.Width })] : runs, width);
    }
}
