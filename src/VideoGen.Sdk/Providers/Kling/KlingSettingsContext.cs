using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Kling;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(KlingSettings))]
internal sealed partial class KlingSettingsContext : JsonSerializerContext;
