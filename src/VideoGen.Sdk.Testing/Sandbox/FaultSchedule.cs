namespace VideoGen.Sdk.Testing.Sandbox;

/// <summary>When a fault strikes, counted over the calls that match it.</summary>
public abstract record FaultSchedule
{
    private FaultSchedule()
    {
    }

    /// <summary>The next calls, then never again.</summary>
    /// <param name="Count">How many calls; at least one.</param>
    public sealed record Next(int Count) : FaultSchedule;

    /// <summary>Every so many calls, the last of each round.</summary>
    /// <param name="Nth">The length of a round; one strikes every call.</param>
    public sealed record Every(int Nth) : FaultSchedule;

    /// <summary>Each call by chance, repeatable through the seed.</summary>
    /// <param name="Value">From 0 (never) to 1 (always).</param>
    /// <param name="Seed">The same seed strikes the same calls.</param>
    public sealed record Probability(double Value, int Seed) : FaultSchedule;
}
