using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostReport;

/// <summary>The last line of the output.</summary>
internal sealed record ReportLine(long Entries, double SeedSeconds, double ReportSeconds, double PeakMegabytes)
{
    public string ToJson() => JsonSerializer.Serialize(this, ReportLineJsonContext.Default.ReportLine);

    public static ReportLine? FromJson(string json) => JsonSerializer.Deserialize(json, ReportLineJsonContext.Default.ReportLine);
}

/// <summary>JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ReportLineJsonContext : JsonSerializerContext;
