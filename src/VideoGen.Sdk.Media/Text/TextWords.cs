using System.Globalization;
using System.Text;

namespace VideoGen.Sdk.Media.Text;

/// <summary>Cuts clean text into words: at spaces, and around characters of scripts that write without them.</summary>
internal static class TextWords
{
    public static List<TextWord> Of(string text, FontShelf shelf)
    {
        var words = new List<TextWord>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isFirst = true;
            foreach (var piece in Pieces(part))
            {
                if (shelf.For(piece) is not { } font || Writable(piece, font) is not { Length: > 0 } written)
                {
                    continue;
                }

                words.Add(new TextWord(written, font, font.WidthOf(written), isFirst && words.Count > 0));
                isFirst = false;
            }
        }

        return words;
    }

    /// <summary>The pieces between which a line may break, and whether a space stands before each.</summary>
    public static IEnumerable<(string Piece, bool HasSpace)> PiecesOf(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Pieces(part).Select((piece, i) => (piece, i == 0)));

    /// <summary>Splits a word that is wider than a line, between whole characters.</summary>
    public static IEnumerable<TextWord> Split(TextWord word, double widest)
    {
        if (word.Width <= widest)
        {
            yield return word;
            yield break;
        }

        var part = new StringBuilder();
        var width = 0d;
        var isFirst = true;
        var elements = StringInfo.GetTextElementEnumerator(word.Text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var more = word.Font.WidthOf(element);
            if (width + more > widest && part.Length > 0)
            {
                yield return new TextWord(part.ToString(), word.Font, width, isFirst && word.HasSpaceBefore);
                part.Clear();
                width = 0;
                isFirst = false;
            }

            part.Append(element);
            width += more;
        }

        yield return new TextWord(part.ToString(), word.Font, width, isFirst && word.HasSpaceBefore);
    }

    private static IEnumerable<string> Pieces(string part)
    {
        var word = new StringBuilder();
        foreach (var rune in part.EnumerateRunes())
        {
            if (!StandsAlone(rune))
            {
                word.Append(rune);
                continue;
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            yield return rune.ToString();
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Chinese and Japanese characters and emoji: lines may break around each, and each may need a font of its own.</summary>
    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFF60) or >= 0x1F000;

    private static string Writable(string piece, FontFile font)
    {
        var text = new StringBuilder(piece.Length);
        foreach (var rune in piece.EnumerateRunes())
        {
            if (font.CanWrite(rune))
            {
                text.Append(rune);
            }
        }

        return text.ToString();
    }
}
