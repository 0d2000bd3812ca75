namespace VideoGen.Sdk.Providers.Runway;

/// <summary>A picture that guides <c>aleph2</c> at one place of the given clip. Exactly one of <see cref="At"/> and <see cref="AtFraction"/> is set.</summary>
public sealed record RunwayKeyframe
{
    /// <summary>Https address or <c>runway://</c> upload of the picture.</summary>
    public required Uri Picture { get; init; }

    /// <summary>Time from the start of the clip.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>Place as a share of the clip, 0 to 1.</summary>
    public decimal? AtFraction { get; init; }

    /// <summary>Start of the stretch that may change, in whole seconds. All keyframes have a stretch, or none has.</summary>
    public TimeSpan? RangeStart { get; init; }

    /// <summary>End of that stretch, exclusive, in whole seconds.</summary>
    public TimeSpan? RangeEnd { get; init; }
}
