using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>What a model on fal takes besides the fields of a request.</summary>
public sealed record FalSettings : ProviderSettings
{
    /// <inheritdoc/>
    public override string Provider => "fal";

    /// <summary>
    /// Further members of the model's input, sent as they are. A member that is already written from the request is refused; one that names length or size leaves the
    /// price unknown, so that no budget is passed by it.
    /// </summary>
    public JsonObject? Input { get; init; }

    /// <summary>How this model wants its length written; null takes the account's way.</summary>
    public FalDurationStyle? DurationStyle { get; init; }

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, FalSettingsContext.Default.FalSettings);

    internal static FalSettings Read(string? json)
    {
        try
        {
            return json is null ? new() : JsonSerializer.Deserialize(json, FalSettingsContext.Default.FalSettings) ?? new();
        }
        catch (JsonException e)
        {
            throw FalErrors.Refuse($"The fal settings cannot be read at {e.Path}.", e);
        }
    }
}
