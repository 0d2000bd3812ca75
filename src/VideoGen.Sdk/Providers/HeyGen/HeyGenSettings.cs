using System.Text.Json;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>What only HeyGen knows. With <see cref="Agent"/> or <see cref="Template"/> another of its products makes the video; a template needs no words.</summary>
public sealed record HeyGenSettings : ProviderSettings
{
    /// <inheritdoc/>
    public override string Provider => "heygen";

    /// <summary>Lets the video agent write, cast and edit the whole video from the prompt; null does not. Model <c>video-agent</c>.</summary>
    public HeyGenAgentSettings? Agent { get; init; }

    /// <summary>Fills a template of the account; null does not. Model <c>template</c>. The prompt is not sent.</summary>
    public HeyGenTemplateSettings? Template { get; init; }

    /// <summary>
    /// Your word for the longest that an agent's or a template's video, or handed-in speech, can become: so much money is held. Null holds for 30 minutes (speech:
    /// 10 minutes). A video that becomes longer is charged all the same, and the hold is raised with an alert. Has no effect on scripts and clips, whose bound is known.
    /// </summary>
    public TimeSpan? LongestLength { get; init; }

    /// <summary>Title in HeyGen's own library; null leaves it to HeyGen. Clips have none.</summary>
    public string? Title { get; init; }

    /// <summary>How a presenter moves, in words. HeyGen takes it for photo avatars, and for filmed ones with <c>avatar_v</c> only.</summary>
    public string? MotionPrompt { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>; photo avatars with <c>avatar_iv</c> only.</summary>
    public string? Expressiveness { get; init; }

    /// <summary><c>cover</c> or <c>contain</c>; null lets HeyGen choose how a presenter fills the picture.</summary>
    public string? Fit { get; init; }

    /// <summary>Background colour of a presenter as <c>#rrggbb</c>; null keeps the avatar's own.</summary>
    public string? BackgroundColor { get; init; }

    /// <summary>Cuts a presenter out of the own background. Default false.</summary>
    public bool RemoveBackground { get; init; }

    /// <summary>Burns captions into a presenter video. Default false.</summary>
    public bool Captions { get; init; }

    /// <summary>Pitch of the voice, −50 to 50; null keeps it.</summary>
    public decimal? Pitch { get; init; }

    /// <summary>Volume of the voice, 0 to 1; null keeps it.</summary>
    public decimal? Volume { get; init; }

    /// <summary>How clip prompts are rewritten: <c>turbo</c>, <c>quality</c> or <c>disabled</c>; null takes HeyGen's default.</summary>
    public string? PromptEnhancement { get; init; }

    /// <summary>Takes the shape of a clip from its references, whatever shape was asked for. Default false.</summary>
    public bool AdaptiveRatio { get; init; }

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, HeyGenSettingsContext.Default.HeyGenSettings);

    internal static HeyGenSettings Of(GenerationSpec? spec)
    {
        try
        {
            return spec?.SettingsJson is { } json ? JsonSerializer.Deserialize(json, HeyGenSettingsContext.Default.HeyGenSettings) ?? new() : new();
        }
        catch (JsonException e)
        {
            throw HeyGenErrors.Refuse($"The HeyGen settings cannot be read at {e.Path}.", e);
        }
    }
}
