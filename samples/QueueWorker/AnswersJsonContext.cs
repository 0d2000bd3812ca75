using System.Text.Json;
using System.Text.Json.Serialization;

namespace QueueWorker;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(LedgerLine))]
internal sealed partial class AnswersJsonContext : JsonSerializerContext;
