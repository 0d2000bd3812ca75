namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Refuses requests that no store could count.</summary>
internal static class HoldRules
{
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(3660);

    public static void Validate(HoldRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.Key.JobId, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Key.Number, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.LongestRun, TimeSpan.Zero, nameof(request));
        MicroUsd.Of(request.EstimateUsd, nameof(request));
        for (var i = 0; i < request.Limits.Count; i++)
        {
            Validate(request.Limits[i]);
        }
    }

    private static void Validate(Limit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (limit.Amount < 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit.Amount, $"Limit '{limit.Name}' is below 0; give 0 to let nothing through.");
        }

        if (limit.Unit is LimitUnit.Submissions && limit.Amount != decimal.Truncate(limit.Amount))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit.Amount, $"Limit '{limit.Name}' counts submissions; give a whole number.");
        }

        if (limit.Window is LimitWindow.Rolling { Span: var span } && (span <= TimeSpan.Zero || span > LongestSpan))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), span, $"Limit '{limit.Name}' rolls over {span}; give a span above 0 and of at most ten years.");
        }
    }
}
