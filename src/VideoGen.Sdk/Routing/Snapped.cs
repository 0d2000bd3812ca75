namespace VideoGen.Sdk.Routing;

/// <summary>A wish brought to an offer.</summary>
/// <param name="Value">What will be asked for.</param>
/// <param name="Obstacle">Why the offer cannot do it; null when it can.</param>
/// <param name="Note">What was changed; null when nothing.</param>
internal readonly record struct Snapped<T>(T Value, string? Obstacle, string? Note = null);
