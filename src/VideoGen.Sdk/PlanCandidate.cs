namespace VideoGen.Sdk;

/// <summary>One model of one account that can do the request, with its parameters after snapping.</summary>
public sealed record PlanCandidate
{
    /// <summary>Provider name, such as <c>kling</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Account name; <c>default</c> unless named ones are configured.</summary>
    public string Account { get; init => field = value ?? "default"; } = "default";

    /// <summary>Model id.</summary>
    public required string Model { get; init; }

    /// <summary>Length that will be asked for.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Shape that will be asked for; null where the model has no such field.</summary>
    public AspectRatio? AspectRatio { get; init; }

    /// <summary>Picture quality that will be asked for.</summary>
    public VideoResolution? Resolution { get; init; }

    /// <summary>Whether the clip will have sound.</summary>
    public bool Sound { get; init; }

    /// <summary>Upper bound of the price in USD.</summary>
    public required decimal EstimateUsd { get; init; }

    /// <summary>Whether the price is known only from resellers.</summary>
    public bool IsPriceUnconfirmed { get; init; }

    /// <summary>What budget and rates say to this candidate now.</summary>
    public PlanVerdict Verdict { get; init => field = value ?? PlanVerdict.Fits; } = PlanVerdict.Fits;

    /// <summary>Longest time from acceptance to the end that this model is known to take.</summary>
    public TimeSpan LongestRun { get; init => field = value > TimeSpan.Zero ? value : TimeSpan.FromHours(2); } = TimeSpan.FromHours(2);

    /// <summary>What was snapped or dropped, in words.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];
}
