using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk;

internal sealed class VideoResolutionJsonConverter : JsonConverter<VideoResolution>
{
    public override VideoResolution Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VideoResolution.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException("Not a resolution.");

    public override void Write(Utf8JsonWriter writer, VideoResolution value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
