using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.HeyGen;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HeyGenSettings))]
internal sealed partial class HeyGenSettingsContext : JsonSerializerContext;
