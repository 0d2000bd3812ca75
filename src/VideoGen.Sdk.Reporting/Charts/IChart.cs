using OxyPlot;

namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>A picture of numbers, with the words for those who do not see it.</summary>
internal interface IChart
{
    /// <summary>Id of the chart, unique on the page.</summary>
    string Id { get; }

    /// <summary>What it shows.</summary>
    string Title { get; }

    /// <summary>What is to be seen in it.</summary>
    string Description { get; }

    /// <summary>What its colours mean; empty when it has one. Set as text of the page, which knows how wide its letters are.</summary>
    IReadOnlyList<BarsOf> Legend { get; }

    /// <summary>Draws it.</summary>
    (PlotModel Model, int Height) Draw(ChartSize size);
}
