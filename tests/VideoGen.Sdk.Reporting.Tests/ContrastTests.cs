using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoGen.Sdk.Reporting.Tests;

/// <summary>WCAG 2.2: 4.5 to 1 for text, 3 to 1 for what charts are drawn with.</summary>
public sealed partial class ContrastTests
{
    private static readonly string Style = new StreamReader(typeof(CostReport).Assembly.GetManifestResourceStream("report.css")!).ReadToEnd();

    [Theory]
    [InlineData(0, "ink", "paper", 4.5)]
    [InlineData(0, "soft", "paper", 4.5)]
    [InlineData(0, "soft", "card", 4.5)]
    [InlineData(0, "ink", "warn", 4.5)]
    [InlineData(0, "first", "paper", 4.5)]
    [InlineData(0, "second", "paper", 3)]
    [InlineData(0, "limit", "paper", 3)]
    [InlineData(1, "ink", "paper", 4.5)]
    [InlineData(1, "soft", "paper", 4.5)]
    [InlineData(1, "soft", "card", 4.5)]
    [InlineData(1, "ink", "warn", 4.5)]
    [InlineData(1, "first", "paper", 4.5)]
    [InlineData(1, "second", "paper", 3)]
    [InlineData(1, "limit", "paper", 3)]
    public void Colours_stand_out_in_light_and_dark(int scheme, string front, string back, double least)
    {
        var colours = Root().Matches(Style)[scheme].Value;

        Assert.True(Contrast(Luminance(colours, front), Luminance(colours, back)) >= least);
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double Luminance(string colours, string name)
    {
        var hex = Regex.Match(colours, $"--{name}: #([0-9a-f]{{6}})").Groups[1].Value;
        return (0.2126 * Channel(hex[..2])) + (0.7152 * Channel(hex[2..4])) + (0.0722 * Channel(hex[4..]));
    }

    private static double Channel(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(":root \\{[^}]*\\}")]
    private static partial Regex Root();
}
