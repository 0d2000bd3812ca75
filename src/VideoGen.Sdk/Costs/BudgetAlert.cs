using System.Globalization;

namespace VideoGen.Sdk.Costs;

/// <summary>Something about money that a person should know. Recorded once, delivered at least once.</summary>
public sealed record BudgetAlert
{
    /// <summary>Unique in the world and the same at every delivery: receivers drop what they know by it. The store gives it.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is about, in a form that only the store reads: a second alert of the same key is not recorded.</summary>
    public required string Key { get; init; }

    /// <summary>Its kind.</summary>
    public required BudgetAlertKind Kind { get; init; }

    /// <summary>Whose spending.</summary>
    public required LimitScope Scope { get; init; }

    /// <summary>Name of the limit, such as <c>daily budget</c>; null without one.</summary>
    public string? LimitName { get; init; }

    /// <summary>75, 90 or 100 for a threshold; null else.</summary>
    public int? Percent { get; init; }

    /// <summary>USD that were expected at most: the limit, or what was held; null without one.</summary>
    public decimal? LimitUsd { get; init; }

    /// <summary>USD held and charged when it was recorded, or taken by the one attempt.</summary>
    public required decimal UsedUsd { get; init; }

    /// <summary>First instant of the period; null where none is meant.</summary>
    public DateTimeOffset? PeriodStartsAt { get; init; }

    /// <summary>First instant after the period; null where none is meant.</summary>
    public DateTimeOffset? PeriodEndsAt { get; init; }

    /// <summary>The attempt, where it is about one.</summary>
    public AttemptKey? Attempt { get; init; }

    /// <summary>What happened, in words; null when the kind says it all.</summary>
    public string? Text { get; init; }

    /// <summary>When it was recorded (store's clock). The store gives it.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How often a delivery began before this one. The store gives it.</summary>
    public int Tries { get; init; }

    /// <summary>When it was delivered; null before. The store gives it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>One sentence for people, without any prompt, key or address.</summary>
    public string Message => Kind is BudgetAlertKind.Threshold
        ? string.Create(CultureInfo.InvariantCulture, $"{LimitName}: {UsedUsd:0.00####} of {LimitUsd:0.00####} USD are held or spent, which is {Percent} % or more; it resets at {PeriodEndsAt:u}.")
        : Text ?? $"{Kind}";
}
