using System.Text.Json;

namespace VideoGen.Sdk.Reporting.Tests;

public sealed class ReportFileTests : IDisposable
{
    private readonly ReportWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Page_table_and_json_say_the_same_as_the_ledger()
    {
        await world.LiveAsync();
        var report = await world.ReportAsync();
        var total = (await world.Analytics.GetCostSummaryAsync(30)).Ledger.Total;

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report.JsonPath));
        Assert.Equal((total.ChargedUsd, total.Videos, 30), (
            json.RootElement.GetProperty("total").GetProperty("chargedUsd").GetDecimal(),
            json.RootElement.GetProperty("total").GetProperty("videos").GetInt64(),
            json.RootElement.GetProperty("days").GetArrayLength()));
        var row = (await File.ReadAllTextAsync(report.CsvPath)).Split("\r\n")[1].Split(',');
        Assert.Equal(["total", "", "60", total.Videos.ToString(System.Globalization.CultureInfo.InvariantCulture)], row[..4]);
        Assert.Equal(total.ChargedUsd, decimal.Parse(row[10], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains($"<b>${total.ChargedUsd:0.00}</b>", await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_from_outside_becomes_markup()
    {
        await world.LiveAsync();
        var html = await File.ReadAllTextAsync((await world.ReportAsync()).HtmlPath);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Equal(html.Split("<svg ").Length, html.Split("</svg>").Length);
    }

    [Fact]
    public async Task The_page_asks_the_network_for_nothing()
    {
        await world.LiveAsync();
        var html = (await File.ReadAllTextAsync((await world.ReportAsync()).HtmlPath)).Replace("http://www.w3.org/", "", StringComparison.Ordinal);

        Assert.DoesNotContain("http:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formulas_in_the_table_are_text()
    {
        await world.AttemptAsync("a", 1m, name: "=HYPERLINK(\"x\")");
        var csv = await File.ReadAllTextAsync((await world.ReportAsync()).CsvPath);

        Assert.Contains("tenant,\"'=HYPERLINK(\"\"x\"\")\",1", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=HYPERLINK", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_that_were_not_believed_are_shown_with_the_reason()
    {
        await world.AttemptAsync("odd", 1m, flag: "the vendor stated -5 USD; the estimate is booked");

        Assert.Contains("the vendor stated -5 USD; the estimate is booked", await File.ReadAllTextAsync((await world.ReportAsync()).HtmlPath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3650)]
    public async Task An_empty_ledger_has_a_report_too(int days)
    {
        var html = await File.ReadAllTextAsync((await world.ReportAsync(days)).HtmlPath);

        Assert.Contains("No engagement was reported", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_clear_error_and_leaves_nothing()
    {
        var file = Path.Combine(world.Folder, "taken");
        await File.WriteAllTextAsync(file, "a file");

        var fault = await Assert.ThrowsAsync<ReportFolderException>(() => world.Analytics.GenerateCostReportAsync(new CostReportOptions { Folder = Path.Combine(file, "reports") }));

        Assert.Equal(Path.Combine(file, "reports"), fault.Folder);
        Assert.StartsWith($"The report folder '{fault.Folder}' cannot be written; choose another folder or give this process write permission.", fault.Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(world.Folder));
    }

    [Fact]
    public async Task A_report_of_the_same_name_replaces_the_earlier_one_whole()
    {
        var first = await world.ReportAsync();
        await world.AttemptAsync("a", 12.34m);
        var second = await world.ReportAsync();

        Assert.Equal(first, second);
        Assert.Contains("$12.34", await File.ReadAllTextAsync(second.HtmlPath), StringComparison.Ordinal);
        Assert.Equal(["report.csv", "report.html", "report.json"], Directory.EnumerateFileSystemEntries(world.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reports_without_a_name_are_named_by_their_days()
    {
        var report = await world.Analytics.GenerateCostReportAsync(new CostReportOptions { Folder = world.Folder, Days = 10 });

        Assert.Equal("cost-report-2026-03-01-to-2026-03-10.html", Path.GetFileName(report.HtmlPath));
        Assert.Equal(Path.Combine("data", "reports", "video_analytics"), new CostReportOptions().Folder);
        Assert.Equal(report.HtmlPath, report.ToString());
    }
}
