using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Reporting.Files;

namespace VideoGen.Sdk.Reporting;

/// <summary>Adds reports to <see cref="VideoAnalytics"/>.</summary>
public static class VideoAnalyticsReportExtensions
{
    /// <summary>Writes the report of the last so many days into <c>data/reports/video_analytics</c>.</summary>
    /// <param name="analytics">Answers what is reported.</param>
    /// <param name="days">Days, today included; from 1 to 3,650.</param>
    /// <param name="cancellationToken">Stops the work; no unfinished file is left.</param>
    /// <exception cref="ReportFolderException">The folder cannot be written.</exception>
    public static Task<CostReport> GenerateCostReportAsync(this VideoAnalytics analytics, int days = 30, CancellationToken cancellationToken = default) =>
        analytics.GenerateCostReportAsync(new CostReportOptions { Days = days }, cancellationToken);

    /// <summary>Writes a report: one HTML page with charts and tables that needs no network, and its numbers as CSV and JSON beside it.</summary>
    /// <remarks>
    /// Reads the ledger, pays nothing, and needs the same memory for a year as for a day. Every text from outside is encoded. Safe for use by many threads at once; of two reports of one name the later stays.
    /// </remarks>
    /// <param name="analytics">Answers what is reported.</param>
    /// <param name="options">What it covers and where it goes.</param>
    /// <param name="cancellationToken">Stops the work; no unfinished file is left.</param>
    /// <exception cref="ReportFolderException">The folder cannot be written; this is found out before the ledger is read.</exception>
    public static async Task<CostReport> GenerateCostReportAsync(this VideoAnalytics analytics, CostReportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analytics);
        ArgumentNullException.ThrowIfNull(options);
        var span = analytics.LastDays(options.Days);
        var folder = new ReportFolder(options.Folder);
        folder.MakeReady();
        var contents = await ReportContents.ReadAsync(analytics, span, options.Title, cancellationToken).ConfigureAwait(false);
        var name = options.FileName ?? $"cost-report-{contents.FirstDay}-to-{contents.LastDay}";
        return new CostReport(
            await folder.WriteAsync(name + ".html", writer => HtmlReport.Write(contents, writer), cancellationToken).ConfigureAwait(false),
            await folder.WriteAsync(name + ".csv", writer => CsvReport.Write(contents, writer), cancellationToken).ConfigureAwait(false),
            await folder.WriteAsync(name + ".json", writer => JsonReport.Write(contents, writer), cancellationToken).ConfigureAwait(false));
    }
}
