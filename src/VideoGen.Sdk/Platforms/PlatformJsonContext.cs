using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Platforms;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PlatformDocument))]
internal sealed partial class PlatformJsonContext : JsonSerializerContext;
