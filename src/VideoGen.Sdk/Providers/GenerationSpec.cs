namespace VideoGen.Sdk.Providers;

/// <summary>A request after planning: one model, every parameter snapped to what it offers. Saved with the attempt.</summary>
public sealed record GenerationSpec
{
    /// <summary>What is asked.</summary>
    public VideoOperation Operation { get; init; }

    /// <summary>The model's id at the vendor.</summary>
    public required string Model { get; init; }

    /// <summary>The words, style already joined where the model has no field for it.</summary>
    public required string Prompt { get; init; }

    /// <summary>What not to see; null where the model takes none.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>The style word, for models that have a field for it.</summary>
    public string? Style { get; init; }

    /// <summary>Length to ask for; null where the model takes none.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Shape to ask for, as the catalogue writes it; null where the model takes none.</summary>
    public AspectRatio? AspectRatio { get; init; }

    /// <summary>Picture quality to ask for; null where the model takes none.</summary>
    public VideoResolution? Resolution { get; init; }

    /// <summary>Whether the clip will have sound.</summary>
    public bool Sound { get; init; }

    /// <summary>BCP 47 language; null where none was asked.</summary>
    public string? Language { get; init; }

    /// <summary>Seed; null lets the model choose.</summary>
    public long? Seed { get; init; }

    /// <summary>The speaking avatar; null without one.</summary>
    public AvatarRequest? Avatar { get; init; }

    /// <summary>How many inputs of each role there are: prices may depend on them.</summary>
    public IReadOnlyDictionary<ReferenceRole, int> InputCounts { get; init => field = value ?? new Dictionary<ReferenceRole, int>(); } = new Dictionary<ReferenceRole, int>();

    /// <summary>Seconds of video handed in; some models charge for them.</summary>
    public TimeSpan InputVideoDuration { get; init; }

    /// <summary>This provider's own settings as JSON; null when none were given.</summary>
    public string? SettingsJson { get; init; }
}
