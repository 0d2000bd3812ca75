using VideoGen.Sdk.Reporting.Html;

namespace VideoGen.Sdk.Reporting.Files;

/// <summary>The page: no script, nothing fetched, and a policy that forbids both.</summary>
internal static class HtmlReport
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    public static void Write(ReportContents contents, TextWriter writer)
    {
        var html = new HtmlText(writer);
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n<link rel=\"icon\" href=\"data:,\">\n")
            .Element("title", contents.Title)
            .Raw($"<style>\n{Style()}</style>\n</head>\n<body>\n<header>\n")
            .Element("h1", contents.Title)
            .Element("p class=\"soft\"", $"{contents.FirstDay} to {contents.LastDay} ({Say.Count(contents.Ledger.ByDay.Count)} days, {contents.Span.Zone.Id}). Money counts on the day on which it was held.")
            .Raw("</header>\n<main>\n");
        OverviewSection.Write(contents, html);
        SpendingSection.Write(contents, html);
        PerformanceSection.Write(contents, html);
        WasteSection.Write(contents, html);
        ReturnSection.Write(contents, html);
        html.Raw("</main>\n<footer class=\"soft\">").Text($"Made {contents.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC by VideoGen.Sdk from the ledger. The same numbers lie beside this page as CSV and JSON.").Raw("</footer>\n</body>\n</html>\n");
    }

    private static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
