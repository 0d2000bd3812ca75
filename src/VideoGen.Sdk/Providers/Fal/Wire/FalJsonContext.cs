using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Fal.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FalQueueData))]
[JsonSerializable(typeof(FalErrorData))]
[JsonSerializable(typeof(FalWebhookData))]
[JsonSerializable(typeof(FalKeySetData))]
[JsonSerializable(typeof(JsonDocument))]
internal sealed partial class FalJsonContext : JsonSerializerContext;
