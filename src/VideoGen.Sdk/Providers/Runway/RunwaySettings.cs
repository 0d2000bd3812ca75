using System.Text.Json;
using System.Text.Json.Serialization;
using VideoGen.Sdk.Providers.Runway.Wire;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>
/// What only Runway knows. Each member names the models that have it (client 4.20.1 of 2026-09-29); the vendor refuses a field that a model lacks. What changes
/// the result or the price is therefore refused before anything is sent, the rest is left out.
/// </summary>
public sealed record RunwaySettings : ProviderSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Provider => RunwayProvider.Name;

    /// <summary>Strictness about known people, for <c>gen4.5</c>, <c>gen4_turbo</c>, <c>aleph2</c> and <c>act_two</c>; left out elsewhere. Null keeps the vendor's.</summary>
    public RunwayPublicFigureThreshold? PublicFigureThreshold { get; init; }

    /// <summary>File form such as <c>prores</c>, for <c>gen4.5</c> and <c>aleph2</c>; refused elsewhere. Null is mp4; every other form costs 5 to 40 credits a second more.</summary>
    public string? OutputFormat { get; init; }

    /// <summary>ProRes profile such as <c>422 HQ</c>, with <see cref="OutputFormat"/>. Null keeps the vendor's.</summary>
    public string? ProResProfile { get; init; }

    /// <summary>Lets the model choose the length, for <c>seedance2*</c> and <c>gemini_omni_flash_1.1</c>; refused elsewhere. The longest clip is held, the rest refunded. Default false.</summary>
    public bool AutoDuration { get; init; }

    /// <summary>What the given clip is for, with <c>seedance2_5</c> and <c>gemini_omni_flash_1.1</c>; refused elsewhere. Null keeps the vendor's, reference.</summary>
    public RunwayVideoMode? Mode { get; init; }

    /// <summary>Rewriting of the prompt, for <c>h3_max</c>; left out elsewhere. Null keeps the vendor's, balanced.</summary>
    public RunwayPromptExpansion? PromptExpansion { get; init; }

    /// <summary>Up to five guiding pictures, for <c>aleph2</c>; refused elsewhere.</summary>
    public IReadOnlyList<RunwayKeyframe> Keyframes { get; init => field = value ?? []; } = [];

    /// <summary>Whether <c>act_two</c> also takes over gestures; left out elsewhere. Null keeps the vendor's.</summary>
    public bool? BodyControl { get; init; }

    /// <summary>Strength of the expression from 1 to 5, for <c>act_two</c>; left out elsewhere. Null keeps the vendor's.</summary>
    public int? ExpressionIntensity { get; init; }

    /// <summary>
    /// Lets a cancel go out while the task runs. Runway has one verb for cancel and delete, so a cancel that meets a task which has just finished destroys a paid video.
    /// Default false: only a task that waits is cancelled.
    /// </summary>
    public bool MayDestroyResult { get; init; }

    /// <inheritdoc/>
    public override string ToJson() => JsonSerializer.Serialize(this, RunwayJsonContext.Default.RunwaySettings);

    /// <summary>For what comes after the submit: a task that is paid for must not hang on its settings.</summary>
    internal static RunwaySettings OfOrDefault(GenerationSpec? spec)
    {
        try
        {
            return Of(spec);
        }
        catch (ProviderCallException)
        {
            return new();
        }
    }

    internal static RunwaySettings Of(GenerationSpec? spec)
    {
        try
        {
            return spec?.SettingsJson is { } json ? JsonSerializer.Deserialize(json, RunwayJsonContext.Default.RunwaySettings) ?? new() : new();
        }
        catch (JsonException e)
        {
            throw new ProviderCallException(RunwayProvider.Name, new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Message = $"the Runway settings cannot be read at {e.Path}" });
        }
    }
}
