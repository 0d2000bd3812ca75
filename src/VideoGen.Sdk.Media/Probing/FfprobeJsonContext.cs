using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Media.Probing;

/// <summary>Our own reading of ffprobe: FFMpegCore's works by reflection and fails in a native build.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FfprobeDocument))]
internal sealed partial class FfprobeJsonContext : JsonSerializerContext;
