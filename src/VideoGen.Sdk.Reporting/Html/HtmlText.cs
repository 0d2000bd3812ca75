using System.Text.Encodings.Web;

namespace VideoGen.Sdk.Reporting.Html;

/// <summary>Writes HTML. Text goes through <see cref="Text"/> and is encoded; only markup of our own goes through <see cref="Raw"/>.</summary>
internal sealed class HtmlText(TextWriter writer)
{
    public HtmlText Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    public HtmlText Text(string? text)
    {
        HtmlEncoder.Default.Encode(writer, text ?? "");
        return this;
    }

    /// <summary>An element that holds text alone.</summary>
    public HtmlText Element(string tag, string? text) => Raw($"<{tag}>").Text(text).Raw($"</{tag[..(tag + " ").IndexOf(' ', StringComparison.Ordinal)]}>\n");
}
