using System.Globalization;
using System.Text;

namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>Text that fits into a chart.</summary>
internal static class ChartText
{
    /// <summary>Without what XML cannot hold, and no longer than the chart has room for; the table beside it has the whole.</summary>
    public static string Label(string text, int most)
    {
        var sound = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        }

        var elements = new StringInfo(sound.ToString());
        return elements.LengthInTextElements <= most ? elements.String : elements.SubstringByTextElements(0, most - 1) + "…";
    }
}
