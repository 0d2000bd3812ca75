namespace VideoGen.Sdk.Reporting.Charts;

/// <summary>One bar of each name.</summary>
/// <param name="Name">What they show, for the legend.</param>
/// <param name="Values">One for each name.</param>
/// <param name="IsSecond">Whether they are drawn in the second colour.</param>
internal sealed record BarsOf(string Name, IReadOnlyList<double> Values, bool IsSecond = false);
