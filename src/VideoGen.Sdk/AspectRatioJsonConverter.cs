using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk;

internal sealed class AspectRatioJsonConverter : JsonConverter<AspectRatio>
{
    public override AspectRatio Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AspectRatio.TryParse(reader.GetString(), null, out var ratio) ? ratio : throw new JsonException("Not an aspect ratio.");

    public override void Write(Utf8JsonWriter writer, AspectRatio value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
