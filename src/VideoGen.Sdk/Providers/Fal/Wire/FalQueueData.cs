using System.Text.Json;

namespace VideoGen.Sdk.Providers.Fal.Wire;

/// <summary>A submit's answer and a status. Loose on purpose: a paid id must not be lost over another member.</summary>
internal sealed record FalQueueData(JsonElement? RequestId, string? Status, JsonElement? Error, JsonElement? ErrorType, JsonElement? ResponseUrl, JsonElement? Metrics);
