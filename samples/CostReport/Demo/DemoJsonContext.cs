using System.Text.Json.Serialization;

namespace CostReport.Demo;

/// <summary>JSON without reflection.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class DemoJsonContext : JsonSerializerContext;
