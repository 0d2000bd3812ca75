using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Media.Rendering;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(RenderRecipe))]
internal sealed partial class RecipeJsonContext : JsonSerializerContext;
