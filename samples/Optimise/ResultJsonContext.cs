using System.Text.Json;
using System.Text.Json.Serialization;

namespace Optimise;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ResultLine))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
