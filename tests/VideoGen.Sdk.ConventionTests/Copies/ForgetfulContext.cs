using System.Text.Json.Serialization;

namespace VideoGen.Sdk.ConventionTests.Copies;

/// <summary>A bad example: the generated reader of this context loses the default of a property that can only be set once.</summary>
[JsonSerializable(typeof(DefaultedRecord))]
internal sealed partial class ForgetfulContext : JsonSerializerContext;
