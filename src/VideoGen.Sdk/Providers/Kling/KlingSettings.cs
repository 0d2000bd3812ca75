using System.Text.Json;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>What only Kling knows. Fields that a model does not take are left out of its request.</summary>
public sealed record KlingSettings : ProviderSettings
{
    /// <inheritdoc/>
    public override string Provider => "kling";

    /// <summary>Lets the model cut between shots. Default false; the vendor's own default for 3.0 is true, which surprises whoever wants one continuous shot.</summary>
    public bool MultiShot { get; init; }

    /// <summary>The shots, at most six, each at least a second and 512 characters; their seconds add up to the clip's. They replace the prompt and imply <see cref="MultiShot"/>.</summary>
    public IReadOnlyList<KlingShot> Shots { get; init => field = value ?? []; } = [];

    /// <summary>Asks for the vendor's watermark and delivers the marked file. Default false.</summary>
    public bool Watermark { get; init; }

    /// <summary>Ids of elements made in the console; at most three (3.0 and 3.0 Omni).</summary>
    public IReadOnlyList<string> ElementIds { get; init => field = value ?? []; } = [];

    /// <summary>Ids of voices made in the console; at most two (2.6 from a picture, 1080p with sound). Costs more per second.</summary>
    public IReadOnlyList<string> VoiceIds { get; init => field = value ?? []; } = [];

    /// <summary>Whom a character performance follows. Default: <see cref="KlingCharacterOrientation.Video"/>.</summary>
    public KlingCharacterOrientation CharacterOrientation { get; init; } = KlingCharacterOrientation.Video;

    /// <summary>What a source clip is for. Default: <see cref="KlingVideoUse.Base"/>.</summary>
    public KlingVideoUse VideoUse { get; init; }

    /// <summary>Keeps the sound of the source clip (Omni). Default false.</summary>
    public bool KeepOriginalSound { get; init; }

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, KlingSettingsContext.Default.KlingSettings);

    /// <summary>For what comes after the submit: a task that is paid for must not be lost over its settings.</summary>
    internal static KlingSettings ReadOrDefault(string? json)
    {
        try
        {
            return Read(json);
        }
        catch (ProviderCallException)
        {
            return new();
        }
    }

    internal static KlingSettings Read(string? json)
    {
        try
        {
            return json is null ? new() : JsonSerializer.Deserialize(json, KlingSettingsContext.Default.KlingSettings) ?? new();
        }
        catch (JsonException e)
        {
            throw KlingErrors.Refuse($"The Kling settings cannot be read at {e.Path}.", e);
        }
    }
}
