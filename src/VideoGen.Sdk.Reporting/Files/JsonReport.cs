using System.Buffers;
using System.Text;
using System.Text.Json;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Analytics.Export;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Reporting.Files;

/// <summary>The report's numbers as one JSON object.</summary>
internal static class JsonReport
{
    public static void Write(ReportContents contents, TextWriter writer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            Write(contents, json);
        }

        writer.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        writer.Write('\n');
    }

    private static void Write(ReportContents contents, Utf8JsonWriter json)
    {
        var (ledger, performance, roi) = (contents.Ledger, contents.Overview.Performance, contents.Overview.Roi);
        json.WriteStartObject();
        json.WriteString("title", contents.Title);
        json.WriteString("from", ExportText.Of(contents.Span.From));
        json.WriteString("until", ExportText.Of(contents.Span.Until));
        json.WriteString("timeZone", contents.Span.Zone.Id);
        json.WriteString("madeAt", ExportText.Of(contents.MadeAt));
        WriteLimits(contents.Standing, json);
        Array(json, "alerts", contents.Alerts, alert =>
        {
            json.WriteString("type", alert.Type);
            json.WriteNumber("thresholdPercent", alert.ThresholdPercent);
            json.WriteString("message", alert.Message);
        });
        json.WriteStartObject("total");
        WriteTotals(ledger.Total, json);
        json.WriteEndObject();
        WritePerformance(performance, json);
        WriteRoi(roi, json);
        Array(json, "days", ledger.ByDay, day =>
        {
            json.WriteString("day", day.Day.Key);
            WriteTotals(day.Totals, json);
        });
        WriteGroups(json, "provider", ledger.ByProvider);
        foreach (var (section, groups) in ReportSections.Of(ledger))
        {
            WriteGroups(json, section, groups);
        }

        Array(json, "flagged", contents.Flagged, line =>
        {
            json.WriteString("jobId", line.Key.JobId);
            json.WriteNumber("attempt", line.Key.Number);
            json.WriteString("provider", line.Provider);
            json.WriteNumber("chargedUsd", line.ChargedUsd);
            json.WriteString("flag", line.Flag);
        });
        json.WriteEndObject();
    }

    private static void WriteLimits(BudgetStanding standing, Utf8JsonWriter json)
    {
        json.WriteStartObject("budget");
        Number(json, "dailyLimitUsd", standing.DailyLimitUsd);
        Number(json, "monthlyLimitUsd", standing.MonthlyLimitUsd);
        json.WriteNumber("todayUsd", standing.TodayUsd);
        json.WriteNumber("thisMonthUsd", standing.ThisMonthUsd);
        json.WriteEndObject();
    }

    private static void WritePerformance(PerformanceMetrics performance, Utf8JsonWriter json)
    {
        json.WriteStartObject("performance");
        json.WriteNumber("jobs", performance.Runs.Jobs);
        json.WriteNumber("succeeded", performance.Runs.Succeeded);
        json.WriteNumber("failed", performance.Runs.Failed);
        json.WriteNumber("retries", performance.Runs.Retries);
        json.WriteNumber("failovers", performance.Runs.Failovers);
        Number(json, "successPercent", performance.SuccessRate);
        Number(json, "timeToVideoP50Seconds", (decimal?)performance.TimeToVideoP50?.TotalSeconds);
        Number(json, "timeToVideoP95Seconds", (decimal?)performance.TimeToVideoP95?.TotalSeconds);
        Number(json, "costPerUsableSecondUsd", performance.CostPerUsableSecondUsd);
        Number(json, "avgEngagement", performance.AvgEngagement);
        json.WriteNumber("wasteRejectedUsd", performance.Waste.RejectedUsd);
        json.WriteNumber("wasteDuplicateUsd", performance.Waste.DuplicateUsd);
        json.WriteNumber("wasteUnknownUsd", performance.Waste.UnknownUsd);
        json.WriteEndObject();
    }

    private static void WriteRoi(RoiAnalysis roi, Utf8JsonWriter json)
    {
        json.WriteStartObject("roi");
        json.WriteNumber("totalCostUsd", roi.TotalCostUsd);
        Number(json, "estimatedValueUsd", roi.EstimatedValueUsd);
        Number(json, "roiPercent", roi.Total.RoiPercentage);
        json.WriteNumber("measuredVideos", roi.MeasuredVideos);
        foreach (var (name, groups) in new[] { ("trends", roi.ByTrend), ("styles", roi.ByStyle), ("providers", roi.ByProvider) })
        {
            Array(json, name, groups, each =>
            {
                json.WriteString("name", each.Name);
                json.WriteNumber("costUsd", each.CostUsd);
                Number(json, "estimatedValueUsd", each.EstimatedValueUsd);
                Number(json, "roiPercent", each.RoiPercentage);
                json.WriteNumber("views", each.Counts.Views);
            });
        }

        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, string section, IReadOnlyList<LedgerGroup> groups) => Array(json, section + "s", groups, group =>
    {
        json.WriteString(section, group.Name);
        WriteTotals(group.Totals, json);
    });

    private static void WriteTotals(LedgerTotals totals, Utf8JsonWriter json)
    {
        json.WriteNumber("attempts", totals.Attempts);
        json.WriteNumber("videos", totals.Videos);
        json.WriteNumber("failed", totals.Failed);
        json.WriteNumber("rejected", totals.Rejected);
        json.WriteNumber("notSent", totals.NotSent);
        json.WriteNumber("unknown", totals.Unknown);
        json.WriteNumber("open", totals.Open);
        json.WriteNumber("flagged", totals.Flagged);
        json.WriteNumber("chargedUsd", totals.ChargedUsd);
        json.WriteNumber("failedUsd", totals.FailedUsd);
        json.WriteNumber("heldUsd", totals.HeldUsd);
        json.WriteNumber("unverifiedUsd", totals.UnverifiedUsd);
        Number(json, "averageUsd", totals.AverageUsd);
        Number(json, "successPercent", totals.SuccessRate);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, decimal.Round(known, 6));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
