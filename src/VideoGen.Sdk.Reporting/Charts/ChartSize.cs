namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>A width that charts are drawn for; a chart that is only shrunk cannot be read on a phone.</summary>
/// <param name="Class">Class that the page shows or hides.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="LabelLength">Most characters of a label.</param>
internal sealed record ChartSize(string Class, int Width, int LabelLength)
{
    public static ChartSize Wide { get; } = new("wide", 760, 28);

    public static ChartSize Narrow { get; } = new("narrow", 320, 14);

    public static IReadOnlyList<ChartSize> All { get; } = [Wide, Narrow];
}
