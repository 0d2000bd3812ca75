using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Queue;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(VideoJob))]
internal sealed partial class QueueJsonContext : JsonSerializerContext;
