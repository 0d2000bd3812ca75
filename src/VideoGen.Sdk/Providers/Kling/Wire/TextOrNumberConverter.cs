using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.Kling.Wire;

/// <summary>Ids are long numbers written as text; should one come as a number, a paid task must not be lost over it.</summary>
internal sealed class TextOrNumberConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
        JsonTokenType.Null => null,
        _ => throw new JsonException("Not an id."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
