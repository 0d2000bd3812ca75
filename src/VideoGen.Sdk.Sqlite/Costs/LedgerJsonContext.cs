using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>Tags as JSON, without reflection.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
