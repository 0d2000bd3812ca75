using System.Globalization;
using System.Text.Json;
using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>A task free of the spelling of either generation.</summary>
internal sealed record KlingTask
{
    public required string Id { get; init; }

    public string? ClientReference { get; init; }

    public string? Status { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public IReadOnlyList<KlingOutputData> Outputs { get; init; } = [];

    /// <summary>What was deducted; null where nothing was said about it.</summary>
    public IReadOnlyList<KlingDeduction>? Deductions { get; init; }

    public static KlingTask? Of(KlingTaskData? data) => data?.Id is not { Length: > 0 } id ? null : new()
    {
        Id = id,
        ClientReference = data.ExternalId,
        Status = data.Status,
        Message = data.Message,
        UpdatedAt = Time(data.UpdateTime),
        Outputs = data.Outputs?.Where(o => o.Type is null or "video").ToList() ?? [],
        Deductions = data.Billing?.Select(KlingDeduction.Of).ToList(),
    };

    public static KlingTask? Of(KlingLegacyTaskData? data) => data?.TaskId is not { Length: > 0 } id ? null : new()
    {
        Id = id,
        ClientReference = data.TaskInfo?.ExternalTaskId,
        Status = data.TaskStatus,
        Message = data.TaskStatusMsg,
        UpdatedAt = Time(data.UpdatedAt),
        Outputs = data.TaskResult?.Videos ?? [],
        Deductions = KlingDeduction.Of(data),
    };

    /// <summary>Numbers come as text, now and then as numbers (lengths such as <c>"5.04"</c>).</summary>
    public static decimal? Number(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } n when n.TryGetDecimal(out var number) => number,
        { ValueKind: JsonValueKind.String } s when decimal.TryParse(s.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is > 0 and < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;
}
