using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Kling.Wire;

/// <summary>A task in the legacy spelling; a callback carries it bare.</summary>
internal sealed record KlingLegacyTaskData
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? TaskId { get; init; }

    public string? TaskStatus { get; init; }

    public string? TaskStatusMsg { get; init; }

    public long? UpdatedAt { get; init; }

    public KlingLegacyNames? TaskInfo { get; init; }

    public KlingLegacyTaskResult? TaskResult { get; init; }

    public JsonElement? FinalUnitDeduction { get; init; }

    public KlingLegacyBalance? FinalBalanceDeduction { get; init; }
}

internal sealed record KlingLegacyNames(string? ExternalTaskId);

internal sealed record KlingLegacyTaskResult(IReadOnlyList<KlingOutputData>? Videos);

internal sealed record KlingLegacyBalance(JsonElement? Quota);
