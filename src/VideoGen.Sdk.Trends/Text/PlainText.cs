using System.Globalization;
using System.Net;
using System.Text;

namespace VideoGen.Sdk.Trends.Text;

/// <summary>Makes one line of plain text of what a stranger wrote: no mark-up, no control or invisible direction characters, no broken surrogates.</summary>
internal static class PlainText
{
    public static string Of(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // Nobody's caption needs more, and a megabyte of mark-up must not be walked for a title.
        var cut = text.Length > longest * 8 ? text[..(longest * 8)] : text;
        var plain = cut.AsSpan().IndexOfAny('<', '&') >= 0 ? WebUtility.HtmlDecode(WithoutTags(WebUtility.HtmlDecode(WithoutTags(cut)))) : cut;
        var line = OneLine(plain);
        return line.Length > longest ? Shorten(line, longest) : line;
    }

    /// <summary>Cut at the end of a word where one is near, never inside a character.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        end -= char.IsLowSurrogate(text[end]) ? 1 : 0;
        var space = text.LastIndexOf(' ', end);
        return string.Concat(text.AsSpan(0, space > longest / 2 ? space : end).TrimEnd(), "…");
    }

    private static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // "<3" and "a < b" are no tags.
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'))
            {
                i = EndOfTag(text, i);
                kept.Append(' ');
                continue;
            }

            kept.Append(text[i]);
        }

        return kept.ToString();
    }

    // What stands inside script and style is no text either.
    private static int EndOfTag(string text, int start)
    {
        foreach (var name in (string[])["script", "style"])
        {
            if (string.Compare(text, start + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                var close = text.IndexOf("</" + name, start, StringComparison.OrdinalIgnoreCase);
                start = close < 0 ? text.Length - 1 : close;
            }
        }

        var end = text.IndexOf('>', start);
        return end < 0 ? text.Length - 1 : end;
    }

    private static string OneLine(string text)
    {
        var kept = new StringBuilder(text.Length);
        var isSpace = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                isSpace = kept.Length == 0 || isSpace || AppendSpace(kept);
            }
            else if (rune != Rune.ReplacementChar && !IsInvisible(rune))
            {
                kept.Append(rune);
                isSpace = false;
            }
        }

        return kept.ToString().TrimEnd();
    }

    private static bool AppendSpace(StringBuilder kept)
    {
        kept.Append(' ');
        return true;
    }

    // Joiners stay: emoji, and scripts of India and Persia, are spelt with them.
    private static bool IsInvisible(Rune rune) => rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
