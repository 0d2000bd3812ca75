using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.HeyGen.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HeyGenPresenterBody))]
[JsonSerializable(typeof(HeyGenClipBody))]
[JsonSerializable(typeof(HeyGenAgentBody))]
[JsonSerializable(typeof(HeyGenTemplateBody))]
[JsonSerializable(typeof(HeyGenUploadAsk))]
[JsonSerializable(typeof(HeyGenEndpointAsk))]
[JsonSerializable(typeof(HeyGenEnvelope))]
[JsonSerializable(typeof(HeyGenEvent))]
internal sealed partial class HeyGenJsonContext : JsonSerializerContext;
