using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Kling.Wire;

/// <summary>A task in the spelling of the new standard; a callback carries it bare.</summary>
internal sealed record KlingTaskData
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? Message { get; init; }

    public string? ExternalId { get; init; }

    public long? UpdateTime { get; init; }

    public IReadOnlyList<KlingOutputData>? Outputs { get; init; }

    public IReadOnlyList<KlingBillingData>? Billing { get; init; }
}

internal sealed record KlingOutputData(string? Type, string? Url, string? WatermarkUrl, JsonElement? Duration);

internal sealed record KlingBillingData(string? ChargeType, JsonElement? Amount, string? Currency, string? PackageType);
