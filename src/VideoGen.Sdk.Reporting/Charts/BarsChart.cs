using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>Names down the side, one or two bars each.</summary>
internal sealed record BarsChart(string Id, string Title, string Description, IReadOnlyList<string> Names, IReadOnlyList<BarsOf> Bars, Func<double, string> Format) : IChart
{
    private const int Margin = 40;

    public IReadOnlyList<BarsOf> Legend => Bars.Count > 1 ? Bars : [];

    /// <summary>End of the axis where it has one, such as 100 %.</summary>
    public double? Most { get; init; }

    public (PlotModel Model, int Height) Draw(ChartSize size)
    {
        var labels = Names.Select(name => ChartText.Label(name, size.LabelLength)).ToList();
        var model = ChartFrame.New(labels.Select(label => label.Length).DefaultIfEmpty(0).Max());
        model.Axes.Add(new CategoryAxis
        {
            Position = AxisPosition.Left,
            StartPosition = 1,
            EndPosition = 0,
            GapWidth = 0.5,
            ItemsSource = labels,
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.Solid,
            AxislineColor = Ink.Grid,
            IsZoomEnabled = false,
        });
        var values = Bars.SelectMany(bars => bars.Values).DefaultIfEmpty(0).ToList();
        model.Axes.Add(ChartFrame.Numbers(AxisPosition.Bottom, Format, size, Math.Min(0, values.Min()), Most ?? (Math.Max(values.Max(), 0.01) * 1.25)));
        foreach (var bars in Bars)
        {
            var series = new BarSeries
            {
                FillColor = bars.IsSecond ? Ink.Second : Ink.First,
                StrokeThickness = 0,
            };
            series.Items.AddRange(bars.Values.Select(value => new BarItem(value)));
            model.Series.Add(series);
        }

        return (model, Margin + (Names.Count * (Bars.Count > 1 ? 36 : 26)));
    }
}
