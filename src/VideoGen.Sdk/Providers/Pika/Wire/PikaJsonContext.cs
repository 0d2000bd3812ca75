using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Pika.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(PikaJobData))]
[JsonSerializable(typeof(PikaLinkData))]
[JsonSerializable(typeof(PikaUploadAsk))]
[JsonSerializable(typeof(PikaUploadData))]
[JsonSerializable(typeof(PikaApiData))]
[JsonSerializable(typeof(JsonDocument))]
internal sealed partial class PikaJsonContext : JsonSerializerContext;
