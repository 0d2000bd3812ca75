using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk.Providers.OpenAICompatible.Wire;

/// <summary>The envelope of an error: an object at OpenAI, a bare text or <c>detail</c> at some gateways (FastAPI's own).</summary>
internal sealed record OpenAIErrorBody
{
    public JsonElement Error { get; init; }

    public JsonElement Detail { get; init; }

    /// <summary>The error in one form; null when this is no envelope.</summary>
    [JsonIgnore]
    public OpenAIError? Told => Error.ValueKind switch
    {
        JsonValueKind.Object => new OpenAIError { Message = Text("message"), Type = Text("type"), Param = Text("param"), Code = Text("code") },
        JsonValueKind.String => new OpenAIError { Message = Error.GetString() },
        _ => Detail.ValueKind switch
        {
            JsonValueKind.String => new OpenAIError { Message = Detail.GetString() },
            JsonValueKind.Array or JsonValueKind.Object => new OpenAIError { Message = Detail.GetRawText() },
            _ => null,
        },
    };

    private string? Text(string name) => !Error.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;
}
