using System.Text.Json;
using System.Text.Json.Serialization;
using VideoGen.Sdk;

namespace QuickStart;

/// <summary>The last line of standard output, for scripts.</summary>
internal sealed record Summary(string JobId, string? File, string? Thumbnail, double Seconds, long Bytes, decimal CostUsd, string Ledger)
{
    public static string Of(VideoResult result, string ledger) => JsonSerializer.Serialize(
        new Summary(
            result.JobId,
            result.Video.LocalPath,
            result.Thumbnail?.LocalPath,
            Math.Round(result.Video.Duration?.TotalSeconds ?? 0, 3),
            result.Video.Bytes,
            result.CostUsd,
            Path.GetFullPath(ledger)),
        SummaryJsonContext.Default.Summary);
}
