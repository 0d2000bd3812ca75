using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Runway.Wire;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunwaySettings))]
[JsonSerializable(typeof(RunwayCreated))]
[JsonSerializable(typeof(RunwayTaskAnswer))]
[JsonSerializable(typeof(RunwayErrorBody))]
[JsonSerializable(typeof(RunwaySlotWish))]
[JsonSerializable(typeof(RunwaySlot))]
[JsonSerializable(typeof(RunwayOrganizationAnswer))]
[JsonSerializable(typeof(RunwayUsageWish))]
[JsonSerializable(typeof(RunwayUsageAnswer))]
internal sealed partial class RunwayJsonContext : JsonSerializerContext;
