namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>One set of parameters that a model takes together; every combination within it works. A model with optional sound has two offers.</summary>
public sealed record ModelOffer
{
    // The source-generated reader hands init-only members null (or 0) when the file leaves them out, so each default is restored in its accessor.
    private static readonly IReadOnlyDictionary<ReferenceRole, int> NoInputs = new Dictionary<ReferenceRole, int>();

    /// <summary>What can be asked.</summary>
    public IReadOnlyList<VideoOperation> Operations { get; init => field = value ?? [VideoOperation.TextToVideo]; } = [VideoOperation.TextToVideo];

    /// <summary>Lengths offered in seconds, as single values; empty together with <see cref="SecondsFrom"/> null means that the model decides.</summary>
    public IReadOnlyList<decimal> Seconds { get; init => field = value ?? []; } = [];

    /// <summary>Shortest length of a range in seconds.</summary>
    public decimal? SecondsFrom { get; init; }

    /// <summary>Longest length of a range in seconds.</summary>
    public decimal? SecondsTo { get; init; }

    /// <summary>Grid of a range in seconds. Default 1.</summary>
    public decimal SecondsStep { get; init => field = value > 0m ? value : 1m; } = 1m;

    /// <summary>Length when none is asked.</summary>
    public decimal? DefaultSeconds { get; init; }

    /// <summary>Shapes offered, as the vendor writes them; empty where it has no such field.</summary>
    public IReadOnlyList<AspectRatio> Ratios { get; init => field = value ?? []; } = [];

    /// <summary>Resolutions offered; empty where it has no such field.</summary>
    public IReadOnlyList<VideoResolution> Resolutions { get; init => field = value ?? []; } = [];

    /// <summary>Resolution when none is asked; null takes the first.</summary>
    public VideoResolution? DefaultResolution { get; init; }

    /// <summary>Whether the clip has sound.</summary>
    public bool Sound { get; init; }

    /// <summary>Inputs taken: the most of each role. A role that is not named is not taken.</summary>
    public IReadOnlyDictionary<ReferenceRole, int> Inputs { get; init => field = value ?? NoInputs; } = NoInputs;

    /// <summary>Roles without which the vendor refuses.</summary>
    public IReadOnlyList<ReferenceRole> Required { get; init => field = value ?? []; } = [];

    /// <summary>What it costs; the first rule that fits the resolution and the day counts.</summary>
    public IReadOnlyList<PriceRule> Prices { get; init => field = value ?? []; } = [];
}
