using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Kling.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(KlingCreate))]
[JsonSerializable(typeof(KlingLegacyCreate))]
[JsonSerializable(typeof(KlingEnvelope))]
[JsonSerializable(typeof(KlingEnvelope<KlingTaskData>), TypeInfoPropertyName = "Task")]
[JsonSerializable(typeof(KlingEnvelope<IReadOnlyList<KlingTaskData>>), TypeInfoPropertyName = "Tasks")]
[JsonSerializable(typeof(KlingBillAsk))]
[JsonSerializable(typeof(KlingEnvelope<KlingBillPage>), TypeInfoPropertyName = "Bill")]
[JsonSerializable(typeof(KlingEnvelope<KlingLegacyTaskData>), TypeInfoPropertyName = "LegacyTask")]
internal sealed partial class KlingJsonContext : JsonSerializerContext;
