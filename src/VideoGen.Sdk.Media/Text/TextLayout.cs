using System.Text;

namespace VideoGen.Sdk.Media.Text;

/// <summary>
/// Chooses the largest letters with which the whole text can be shown and read in time; a text that is too long for that is shown in the smallest letters as
/// far as it can be read, and ends in an ellipsis.
/// </summary>
internal sealed class TextLayout(FontShelf shelf, double boxWidth, double boxHeight, double seconds, int largest, int smallest)
{
    public const double LineHeight = 1.28;

    private const double ShortestCard = 2.4;
    private const double ReadableCharactersPerSecond = 24;

    /// <summary>Even the shortest video shows a sentence.</summary>
    private const double FewestCharacters = 64;

    /// <summary>Bounds the number of filters and with it the length of the command line.</summary>
    private const int MostCards = 12;
    private const int MostLines = 6;

    public TextPlan Plan(string text)
    {
        var clean = PlainText.Clean(text);
        var words = TextWords.Of(clean, shelf);
        var isRightToLeft = IsRightToLeft(clean);
        var cards = Math.Clamp((int)(seconds / ShortestCard), 1, MostCards);
        for (var size = largest; ; size -= Math.Max(1, size / 12))
        {
            size = Math.Max(size, smallest);
            var perCard = Math.Clamp((int)(boxHeight / (size * LineHeight)), 1, MostLines);
            var lines = Lines(words, boxWidth / size, isRightToLeft);
            var readable = Math.Max(FewestCharacters, seconds * ReadableCharactersPerSecond);
            if (lines.Count <= cards * perCard && (size == smallest || FitsWell(lines, words, boxWidth / size)) && lines.Sum(l => l.Characters) <= readable)
            {
                return new TextPlan(Deal(lines, perCard), size);
            }

            if (size == smallest)
            {
                return new TextPlan(Deal(Cut(words, boxWidth / size, isRightToLeft, cards * perCard, readable), perCard), size);
            }
        }
    }

    /// <summary>Large letters are only worth it while no word has to be torn for them.</summary>
    private static bool FitsWell(List<TextLine> lines, List<TextWord> words, double width) => lines.Count == 0 || words.TrueForAll(w => w.Width <= width);

    private static List<TextLine> Lines(IEnumerable<TextWord> words, double width, bool isRightToLeft)
    {
        var lines = new List<TextLine>();
        var line = new List<TextWord>();
        var used = 0d;
        foreach (var word in words.SelectMany(w => TextWords.Split(w, width)))
        {
            var space = line.Count > 0 && word.HasSpaceBefore ? word.Font.WidthOf(" ") : 0;
            if (line.Count > 0 && used + space + word.Width > width)
            {
                lines.Add(TextLine.Of(line, isRightToLeft));
                line = [];
                used = space = 0;
            }

            line.Add(word);
            used += space + word.Width;
        }

        return line.Count == 0 ? lines : [.. lines, TextLine.Of(line, isRightToLeft)];
    }

    private static List<TextLine> Cut(List<TextWord> words, double width, bool isRightToLeft, int mostLines, double mostCharacters)
    {
        var characters = 0;
        var kept = words.TakeWhile(w => (characters += w.Text.Length + 1) <= mostCharacters).DefaultIfEmpty(words[0]).ToList();
        while (true)
        {
            var last = kept[^1];
            var end = last.Text.TrimEnd('.', ',', ';', ':', '-', '!', '?') + (last.Font.CanWrite(new Rune('…')) ? "…" : "...");
            var lines = Lines([.. kept[..^1], last with { Text = end, Width = last.Font.WidthOf(end) }], width, isRightToLeft);
            if (lines.Count <= mostLines || kept.Count == 1)
            {
                return lines.Count <= mostLines ? lines : lines[..mostLines];
            }

            kept.RemoveRange(kept.Count - Math.Max(1, kept.Count / 40), Math.Max(1, kept.Count / 40));
        }
    }

    /// <summary>Deals lines to as few cards as they need, evenly, and time to cards by what there is to read.</summary>
    private List<TextCard> Deal(List<TextLine> lines, int perCard)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var count = (lines.Count + perCard - 1) / perCard;
        var groups = Enumerable.Range(0, count).Select(i => lines[(i * lines.Count / count)..((i + 1) * lines.Count / count)]).ToList();
        var weights = groups.Select(g => 12d + g.Sum(l => l.Characters)).ToList();
        var cards = new List<TextCard>();
        var at = 0d;
        for (var i = 0; i < count; i++)
        {
            var until = at + (seconds * weights[i] / weights.Sum());
            cards.Add(new TextCard(groups[i], at, i == count - 1 ? seconds : until));
            at = until;
        }

        return cards;
    }

    /// <summary>The first letter that has a direction decides, as in the Unicode algorithm.</summary>
    private static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF))
            {
                return true;
            }

            if (Rune.IsLetter(rune))
            {
                return false;
            }
        }

        return false;
    }
}
