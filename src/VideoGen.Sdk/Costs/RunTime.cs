namespace VideoGen.Sdk.Costs;

/// <summary>How many videos of a provider took so long, from the first reservation of their job to the booking of the video.</summary>
/// <param name="Provider">The provider that made them.</param>
/// <param name="Seconds">Whole seconds, rounded up.</param>
/// <param name="Videos">How many.</param>
public readonly record struct RunTime(string Provider, long Seconds, long Videos);
