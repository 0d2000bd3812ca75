using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Assets;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(VideoAsset))]
internal sealed partial class AssetJsonContext : JsonSerializerContext;
