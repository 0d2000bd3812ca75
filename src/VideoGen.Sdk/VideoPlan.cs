namespace VideoGen.Sdk;

/// <summary>The ordered candidates for a request, and why every other provider was left out. Free: nothing is held, nothing is sent.</summary>
public sealed record VideoPlan
{
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Candidates in the order in which they will be tried. One that does not fit the limits is passed over for one that does.</summary>
    public required IReadOnlyList<PlanCandidate> Candidates { get; init; }

    /// <summary>Every provider that was left out, with its reason.</summary>
    public required IReadOnlyList<PlanExclusion> Exclusions { get; init; }

    /// <summary>The candidate that would be tried now; null when none fits.</summary>
    public PlanCandidate? Choice => Candidates.FirstOrDefault(c => c.Verdict.IsFitting);
}
