namespace VideoGen.Sdk.Queue;

/// <summary>Generations that take about as long as each other: one model, one operation, one length.</summary>
/// <param name="Provider">Provider name.</param>
/// <param name="Model">Model id.</param>
/// <param name="Operation">What is asked of the model.</param>
/// <param name="Seconds">Length asked for, in whole seconds rounded up to the next five; 0 where none was.</param>
public sealed record RunKind(string Provider, string Model, VideoOperation Operation, int Seconds)
{
    /// <summary>How many of the last run times a store keeps of each kind.</summary>
    public const int Kept = 32;

    private const int Step = 5;

    /// <summary>The kind that an attempt is of.</summary>
    public static RunKind Of(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var seconds = attempt.Spec.Duration?.TotalSeconds ?? 0;
        return new RunKind(attempt.Provider, attempt.Spec.Model, attempt.Spec.Operation, Step * (int)Math.Ceiling(Math.Clamp(seconds, 0, 86_400) / Step));
    }
}
