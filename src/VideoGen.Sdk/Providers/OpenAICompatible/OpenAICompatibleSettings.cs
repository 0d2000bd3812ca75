using System.Text.Json;
using System.Text.Json.Serialization;
using VideoGen.Sdk.Providers.OpenAICompatible.Wire;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>What only gateways of the OpenAI shape know.</summary>
public sealed record OpenAICompatibleSettings : ProviderSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Provider => OpenAICompatibleProvider.Name;

    /// <summary>Size such as <c>1280x720</c>, in place of the one that shape and resolution give. Null keeps that one.</summary>
    public string? Size { get; init; }

    /// <summary>Further text fields that the gateway knows, by name. The fields of the API itself are not replaced.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, OpenAIJsonContext.Default.OpenAICompatibleSettings);

    internal static OpenAICompatibleSettings Of(GenerationSpec? spec)
    {
        try
        {
            return spec?.SettingsJson is { } json ? JsonSerializer.Deserialize(json, OpenAIJsonContext.Default.OpenAICompatibleSettings) ?? new() : new();
        }
        catch (JsonException e)
        {
            throw OpenAIFault.Of(ProviderFailureKind.InvalidRequest, $"the settings cannot be read at {e.Path}");
        }
    }
}
