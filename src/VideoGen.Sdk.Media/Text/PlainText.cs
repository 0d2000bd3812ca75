using System.Globalization;
using System.Text;

namespace VideoGen.Sdk.Media.Text;

/// <summary>Makes any text safe to show: no control characters, single spaces, whole characters only.</summary>
internal static class PlainText
{
    /// <summary>The longest text that is looked at; the catalogue allows prompts no longer.</summary>
    public const int MostCharacters = 10_000;

    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MostCharacters));
        var space = false;
        foreach (var rune in Shorten(text).EnumerateRunes())
        {
            // Lone halves of a pair arrive as U+FFFD; joiners and direction marks show nothing, and fribidi finds directions itself.
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                space = clean.Length > 0;
                continue;
            }

            if (category is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
                || rune == Rune.ReplacementChar || IsVariationSelector(rune))
            {
                continue;
            }

            clean.Append(space ? " " : "").Append(rune);
            space = false;
        }

        return clean.ToString();
    }

    /// <summary>Cut where neither a pair nor a letter with its marks is torn.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        var end = MostCharacters;
        while (end > MostCharacters - 64 && (char.IsLowSurrogate(text[end]) || CharUnicodeInfo.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        {
            end--;
        }

        return text[..end];
    }

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
