namespace VideoGen.Sdk.Reporting.Html;

/// <summary>A table with a caption, that scrolls by itself where it is wider than the page.</summary>
/// <param name="Caption">What it lists.</param>
/// <param name="Heads">Column heads; the first column holds names.</param>
/// <param name="Rows">Cells as text.</param>
internal sealed record HtmlTable(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    // Longer ones are folded; the files beside the page have everything.
    private const int MostOpen = 31;

    private const int MostRows = 400;

    /// <summary>How many columns hold text and not numbers. Default 1.</summary>
    public int TextColumns { get; init; } = 1;

    public void Write(HtmlText html)
    {
        if (Rows.Count > MostOpen)
        {
            html.Raw("<details><summary>").Text($"{Caption} ({Say.Count(Rows.Count)} rows)").Raw("</summary>\n");
        }

        html.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Text(Caption).Raw("\"><table>\n").Element("caption", Caption).Raw("<thead><tr>");
        for (var column = 0; column < Heads.Count; column++)
        {
            html.Element($"th scope=\"col\"{ClassOf(column)}", Heads[column]);
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var row in Rows.Take(MostRows))
        {
            html.Raw("<tr>").Element("th scope=\"row\"", row[0]);
            for (var column = 1; column < row.Count; column++)
            {
                html.Element($"td{ClassOf(column)}", row[column]);
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
        if (Rows.Count > MostRows)
        {
            html.Element("p class=\"soft\"", $"{Say.Count(Rows.Count - MostRows)} more rows are in the CSV file.");
        }

        if (Rows.Count > MostOpen)
        {
            html.Raw("</details>\n");
        }
    }

    private string ClassOf(int column) => column < TextColumns ? " class=\"text\"" : "";
}
