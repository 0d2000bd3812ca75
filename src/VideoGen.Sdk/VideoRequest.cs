using System.Text.Json.Serialization;

namespace VideoGen.Sdk;

/// <summary>What the caller wishes. Only <see cref="Prompt"/> is needed; all else has a default. Immutable: vary one with <c>with</c>.</summary>
public sealed record VideoRequest
{
    /// <summary>What to see, in words. Longest length is the model's.</summary>
    public required string Prompt { get; init; }

    /// <summary>What not to see. A model without a field for it is used without these words, and the plan says so.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>A style word such as <c>cinematic</c>, joined to the prompt for models that have no field for it. The ledger keeps it as the tag <c>style:cinematic</c>.</summary>
    public string? Style { get; init; }

    /// <summary>What is asked; null derives it from the inputs.</summary>
    public VideoOperation? Operation { get; init; }

    /// <summary>A model id, or <c>provider/model</c>; null takes the account's, else the vendor's first that can do the request.</summary>
    public string? Model { get; init; }

    /// <summary>Wished length of the clip; null takes the target platform's best length, else the model's default.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Wished shape; null takes the target platform's, else the model's default.</summary>
    public AspectRatio? AspectRatio { get; init; }

    /// <summary>Wished picture quality; null takes the target platform's, else the model's default.</summary>
    public VideoResolution? Resolution { get; init; }

    /// <summary>An exact picture for the finished file, in place of <see cref="AspectRatio"/> and <see cref="Resolution"/>.</summary>
    public VideoFormat? Format { get; init; }

    /// <summary>Which wishes are demands. Default: none.</summary>
    public ExactWishes Exact { get; init; }

    /// <summary>Pictures with their roles.</summary>
    public IReadOnlyList<ReferenceMedia> ReferenceImages { get; init => field = value ?? []; } = [];

    /// <summary>The clip to change, carry on or move like.</summary>
    public ReferenceMedia? SourceVideo { get; init; }

    /// <summary>Clips to follow in look or movement.</summary>
    public IReadOnlyList<ReferenceMedia> ReferenceVideos { get; init => field = value ?? []; } = [];

    /// <summary>Speech or music to use.</summary>
    public ReferenceMedia? Audio { get; init; }

    /// <summary>A speaking avatar; prefers providers that have them.</summary>
    public AvatarRequest? Avatar { get; init; }

    /// <summary>True asks for sound, false for silence, null takes the model's cheapest.</summary>
    public bool? Sound { get; init; }

    /// <summary>BCP 47 language of speech, such as <c>en</c> or <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Repeats a result as far as the model can; null lets it choose.</summary>
    public long? Seed { get; init; }

    /// <summary>Where the file will be published, such as <c>instagram/reels</c>: chooses shape and length before money is spent, and fits the file afterwards.</summary>
    public string? TargetPlatform { get; init; }

    /// <summary>Most that this video may cost over all attempts, in USD; null takes the configured limit.</summary>
    public decimal? PerVideoLimitUsd { get; init; }

    /// <summary>Providers to try first, in order, by name (<c>kling</c>) or account (<c>kling/eu</c>). The others follow in configured order.</summary>
    public IReadOnlyList<string> PreferredProviders { get; init => field = value ?? []; } = [];

    /// <summary>Whether only <see cref="PreferredProviders"/> may be used. Default: false.</summary>
    public bool OnlyPreferredProviders { get; init; }

    /// <summary>Whose video it is; has budgets, fairness and a key space of its own.</summary>
    public string? Tenant { get; init; }

    /// <summary>What it is for; may have a budget of its own.</summary>
    public string? Campaign { get; init; }

    /// <summary>Words to find and group spending by; <c>trend:NAME</c> says which trend it follows.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>The same key never makes a second job: the first one's result is returned. Null makes a new job every time.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Longest time from the making of the job to its end. Before anything is sent, passing it fails the job; afterwards it ends only the waiting: the job goes on and its money stays held.
    /// Null: no bound before the submit, then the model's longest run from acceptance.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Lets a moderated request go on to the next provider. Vendors suspend accounts over moderated prompts. Default: the configured value (false).</summary>
    public bool? FailoverOnContentRejected { get; init; }

    /// <summary>Lets an attempt whose outcome is unknown be followed by another one. Both hold money and both may be charged. Default: the configured value (false).</summary>
    public bool? AllowPossibleDoubleCharge { get; init; }

    /// <summary>Typed settings of single vendors; each is read by its own vendor only.</summary>
    [JsonConverter(typeof(ProviderSettingsJsonConverter))]
    public IReadOnlyList<ProviderSettings> Settings { get; init => field = value ?? []; } = [];

    /// <summary>The operation that the inputs ask for, unless <see cref="Operation"/> says another.</summary>
    public VideoOperation EffectiveOperation => Operation
        ?? (Avatar is not null ? VideoOperation.AvatarVideo
            : SourceVideo is not null ? VideoOperation.VideoToVideo
            : ReferenceImages.Count > 0 ? VideoOperation.ImageToVideo
            : VideoOperation.TextToVideo);
}
