namespace VideoGen.Sdk.Trends;

/// <summary>How much each part of a score counts; 0 leaves it out. Only their ratio matters.</summary>
public sealed class ScoreWeights
{
    /// <summary>How fast it spreads. Default 0.2.</summary>
    public double Velocity { get; set; } = 0.2;

    /// <summary>Whether it spreads faster than before. Default 0.15.</summary>
    public double Acceleration { get; set; } = 0.15;

    /// <summary>Interactions per view. Default 0.15.</summary>
    public double Engagement { get; set; } = 0.15;

    /// <summary>How new it is. Default 0.15.</summary>
    public double Freshness { get; set; } = 0.15;

    /// <summary>How many sources tell of it. Default 0.1.</summary>
    public double Agreement { get; set; } = 0.1;

    /// <summary>Whether it is of the account's themes. Default 0.15.</summary>
    public double Fit { get; set; } = 0.15;

    /// <summary>What earlier videos of its theme really earned. Default 0.1.</summary>
    public double Earned { get; set; } = 0.1;

    internal IReadOnlyList<double> All => [Velocity, Acceleration, Engagement, Freshness, Agreement, Fit, Earned];
}
