using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>What only Pika knows.</summary>
public sealed record PikaSettings : ProviderSettings
{
    /// <inheritdoc/>
    public override string Provider => "pika";

    /// <summary>Name of the effect, for the model <c>pikaffects</c> only, which needs one. The vendor's catalogue lists them.</summary>
    public string? Pikaffect { get; init; }

    /// <summary>Words for what to replace, for the model <c>pikaswaps</c>. The field's name is inferred (2026-11); should it differ, use <see cref="Fields"/>.</summary>
    public string? Region { get; init; }

    /// <summary>Seconds between two pictures of <c>pikaframes</c>, 1 to 10; null spreads the clip's length over them, and without one the vendor takes 5.</summary>
    public int? TransitionSeconds { get; init; }

    /// <summary>
    /// Further fields of the operation's own schema, sent as they are. A field that is already written from the request is refused; one that names length or size
    /// leaves the price unknown, so that no budget is passed by it.
    /// </summary>
    public JsonObject? Fields { get; init; }

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, PikaSettingsContext.Default.PikaSettings);

    internal static PikaSettings Read(string? json)
    {
        try
        {
            return json is null ? new() : JsonSerializer.Deserialize(json, PikaSettingsContext.Default.PikaSettings) ?? new();
        }
        catch (JsonException e)
        {
            throw PikaErrors.Refuse($"The Pika settings cannot be read at {e.Path}.", e);
        }
    }
}
