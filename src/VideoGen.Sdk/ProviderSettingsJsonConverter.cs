using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk;

/// <summary>Writes each vendor's settings under its provider name, so that saving a job needs no knowledge of any vendor.</summary>
internal sealed class ProviderSettingsJsonConverter : JsonConverter<IReadOnlyList<ProviderSettings>>
{
    public override IReadOnlyList<ProviderSettings> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return [.. document.RootElement.EnumerateObject().Select(p => new StoredProviderSettings(p.Name, p.Value.GetRawText()))];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ProviderSettings> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var settings in value)
        {
            writer.WritePropertyName(settings.Provider);
            writer.WriteRawValue(settings.ToJson());
        }

        writer.WriteEndObject();
    }
}
