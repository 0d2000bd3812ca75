using System.Text.Json;

namespace VideoGen.Sdk.Providers.HeyGen.Wire;

/// <summary>What every answer of v3 comes in: data or error. Loose on purpose: a paid id must not be lost over another member.</summary>
internal sealed record HeyGenEnvelope(JsonElement? Data, JsonElement? Error, JsonElement? HasMore, JsonElement? NextToken);

/// <summary>A delivery to a webhook.</summary>
internal sealed record HeyGenEvent(JsonElement? EventId, JsonElement? EventType, JsonElement? EventData, JsonElement? CreatedAt);
