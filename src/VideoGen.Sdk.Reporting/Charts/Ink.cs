using OxyPlot;

namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>Colours by role. The drawing library wants real colours, so each role has one that is put in its place afterwards: the page's style then decides, light or dark.</summary>
internal static class Ink
{
    public static OxyColor Text { get; } = OxyColor.FromRgb(1, 1, 1);

    public static OxyColor Grid { get; } = OxyColor.FromRgb(2, 2, 2);

    public static OxyColor First { get; } = OxyColor.FromRgb(3, 3, 3);

    public static OxyColor Second { get; } = OxyColor.FromRgb(4, 4, 4);

    public static OxyColor Limit { get; } = OxyColor.FromRgb(5, 5, 5);

    /// <summary>What the library wrote, and what the page's style calls it.</summary>
    public static IReadOnlyList<(string Drawn, string Variable)> Roles { get; } =
    [
        ("rgb(1,1,1)", "var(--ink)"), ("rgb(2,2,2)", "var(--grid)"), ("rgb(3,3,3)", "var(--first)"), ("rgb(4,4,4)", "var(--second)"), ("rgb(5,5,5)", "var(--limit)"), ("black", "var(--ink)"),
    ];
}
