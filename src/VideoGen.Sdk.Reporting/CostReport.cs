namespace VideoGen.Sdk.Reporting;

/// <summary>Where a finished report lies.</summary>
/// <param name="HtmlPath">The page: one file that needs nothing else.</param>
/// <param name="CsvPath">Its numbers as CSV, safe against spreadsheet formulas.</param>
/// <param name="JsonPath">Its numbers as JSON.</param>
public sealed record CostReport(string HtmlPath, string CsvPath, string JsonPath)
{
    /// <summary>The page's path.</summary>
    public override string ToString() => HtmlPath;
}
