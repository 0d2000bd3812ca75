using VideoGen.Sdk.Reporting.Charts;

namespace VideoGen.Sdk.Reporting.Html;

/// <summary>A chart, drawn once for each width, and the table under it.</summary>
internal static class Figure
{
    public static void Write(HtmlText html, IChart chart, HtmlTable table)
    {
        html.Raw("<figure>\n").Element("h3", chart.Title);
        if (chart.Legend.Count > 0)
        {
            html.Raw("<p class=\"legend\">");
            foreach (var bars in chart.Legend)
            {
                html.Raw($"<span class=\"{(bars.IsSecond ? "second" : "first")}\"></span>").Text(bars.Name).Raw(" ");
            }

            html.Raw("</p>\n");
        }

        foreach (var size in ChartSize.All)
        {
            html.Raw(ChartSvg.Of(chart, size)).Raw("\n");
        }

        html.Element("figcaption", chart.Description);
        table.Write(html);
        html.Raw("</figure>\n");
    }
}
