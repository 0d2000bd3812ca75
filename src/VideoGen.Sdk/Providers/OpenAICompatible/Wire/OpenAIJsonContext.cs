using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.OpenAICompatible.Wire;

// Gateways write seconds and progress as text or number, so both are read.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OpenAICompatibleSettings))]
[JsonSerializable(typeof(OpenAIVideo))]
[JsonSerializable(typeof(OpenAIVideoList))]
[JsonSerializable(typeof(OpenAIErrorBody))]
[JsonSerializable(typeof(OpenAIEvent))]
internal sealed partial class OpenAIJsonContext : JsonSerializerContext;
