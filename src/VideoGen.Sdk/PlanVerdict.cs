namespace VideoGen.Sdk;

/// <summary>Whether a candidate fits the limits now.</summary>
public sealed record PlanVerdict
{
    /// <summary>It fits.</summary>
    public static PlanVerdict Fits { get; } = new() { IsFitting = true };

    /// <summary>Whether money and slots are there.</summary>
    public required bool IsFitting { get; init; }

    /// <summary>The limit in the way, such as <c>daily budget</c> or <c>kling/default: 10 submissions in 1.00:00:00</c>.</summary>
    public string? Limit { get; init; }

    /// <summary>What this candidate would take of it.</summary>
    public decimal Asked { get; init; }

    /// <summary>What is left of it.</summary>
    public decimal Available { get; init; }

    /// <summary>When there is room again; null when never (a limit per video).</summary>
    public DateTimeOffset? ResetsAt { get; init; }
}
