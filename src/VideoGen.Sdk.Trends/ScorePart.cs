namespace VideoGen.Sdk.Trends;

/// <summary>One part of a score.</summary>
/// <param name="Name">What it measures: velocity, acceleration, engagement, freshness, agreement, fit or earned.</param>
/// <param name="Value">From 0 to 1.</param>
/// <param name="Weight">How much it counts; the score is the weighted mean of all parts.</param>
/// <param name="Why">What it was made from.</param>
public sealed record ScorePart(string Name, double Value, double Weight, string Why);
