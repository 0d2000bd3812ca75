using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>One column a day, with a line for the limit.</summary>
internal sealed record DaysChart(string Id, string Title, string Description, IReadOnlyList<string> Days, IReadOnlyList<double> Values, double? Limit, Func<double, string> Format) : IChart
{
    // A limit far above every column would press them flat; the words name it then.
    private const double MostAbove = 4;

    public IReadOnlyList<BarsOf> Legend => [];

    public (PlotModel Model, int Height) Draw(ChartSize size)
    {
        var highest = Math.Max(Values.DefaultIfEmpty(0).Max(), 0.01);
        var limit = Limit is { } known && known <= highest * MostAbove ? Limit : null;
        var model = ChartFrame.New(Format(Math.Max(highest, limit ?? 0)).Length);
        model.Axes.Add(ChartFrame.Numbers(AxisPosition.Left, Format, size, 0, Math.Max(highest, limit ?? 0) * 1.08));
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom,
            Minimum = -0.5,
            Maximum = Days.Count - 0.5,
            MajorStep = Math.Max(1, Math.Ceiling(Days.Count / (size == ChartSize.Narrow ? 3.0 : 7.0))),
            MinorTickSize = 0,
            TickStyle = TickStyle.None,
            LabelFormatter = place => place >= 0 && place < Days.Count && place % 1 == 0 ? Days[(int)place] : "",
            AxislineStyle = LineStyle.Solid,
            AxislineColor = Ink.Grid,
        });
        var columns = new RectangleBarSeries { FillColor = Ink.First, StrokeThickness = 0 };
        var half = Days.Count > 100 ? 0.5 : 0.4;
        for (var day = 0; day < Values.Count; day++)
        {
            if (Values[day] > 0)
            {
                columns.Items.Add(new RectangleBarItem(day - half, 0, day + half, Values[day]));
            }
        }

        model.Series.Add(columns);
        if (limit is { } line)
        {
            model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Horizontal, Y = line, Color = Ink.Limit, LineStyle = LineStyle.Dash, StrokeThickness = 2 });
        }

        return (model, size == ChartSize.Narrow ? 200 : 260);
    }
}
