using System.Globalization;
using System.Xml.Linq;
using OxyPlot;

namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>Makes inline SVG of a chart: colours become variables, ids unique, and the words are put in. Only attributes that the library wrote are touched, never text.</summary>
internal static class ChartSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Of(IChart chart, ChartSize size)
    {
        var (model, height) = chart.Draw(size);
        var exporter = new SvgExporter { Width = size.Width, Height = height, IsDocument = false };
        var root = XElement.Parse(exporter.ExportToString(model));
        var prefix = $"{chart.Id}-{size.Class}";
        foreach (var element in root.Descendants())
        {
            Recolour(element);
            Rename(element, prefix);
        }

        root.RemoveAttributes();
        root.Add(
            new XAttribute("class", $"chart {size.Class}"),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size.Width} {height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{prefix}-title {prefix}-desc"));
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{prefix}-title"), ChartText.Label(chart.Title, int.MaxValue)),
            new XElement(Svg + "desc", new XAttribute("id", $"{prefix}-desc"), ChartText.Label(chart.Description, int.MaxValue)));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static void Recolour(XElement element)
    {
        if (element.Attribute("fill") is { } fill)
        {
            element.SetAttributeValue("style", $"fill:{fill.Value};{element.Attribute("style")?.Value}");
            fill.Remove();
        }

        if (element.Attribute("style") is { } style)
        {
            style.Value = Ink.Roles.Aggregate(style.Value, (text, role) => text.Replace(role.Drawn, role.Variable, StringComparison.Ordinal));
        }
    }

    private static void Rename(XElement element, string prefix)
    {
        if (element.Attribute("id") is { } id)
        {
            id.Value = $"{prefix}-{id.Value}";
        }

        if (element.Attribute("clip-path") is { } clip)
        {
            clip.Value = clip.Value.Replace("url(#", $"url(#{prefix}-", StringComparison.Ordinal);
        }
    }
}
