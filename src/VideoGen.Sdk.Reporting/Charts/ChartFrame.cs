using OxyPlot;
using OxyPlot.Axes;

namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>What all charts share: no frame, a quiet grid, text in the page's colour.</summary>
internal static class ChartFrame
{
    // The library measures text with a narrower font than browsers draw; the left edge is set by hand so that no label is cut.
    private const double PixelsPerCharacter = 7.2;

    /// <summary>An empty chart with room for labels of so many characters at its left.</summary>
    public static PlotModel New(int labelLength) => new()
    {
        PlotMargins = new OxyThickness(12 + (labelLength * PixelsPerCharacter), double.NaN, double.NaN, 26),
        PlotAreaBorderThickness = new OxyThickness(0),
        TextColor = Ink.Text,
        Padding = new OxyThickness(2, 6, 14, 2),
        DefaultFont = "sans-serif",
        DefaultFontSize = 12,
    };

    public static LinearAxis Numbers(AxisPosition position, Func<double, string> format, ChartSize size, double least, double most) => new()
    {
        Position = position,
        Minimum = least,
        Maximum = most,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = Ink.Grid,
        MajorGridlineThickness = 1,
        TickStyle = TickStyle.None,
        LabelFormatter = format,
        IntervalLength = size == ChartSize.Narrow && position is AxisPosition.Bottom ? 60 : 70,
    };
}
