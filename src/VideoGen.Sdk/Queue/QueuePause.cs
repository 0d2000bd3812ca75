namespace VideoGen.Sdk.Queue;

/// <summary>A pause: nothing new is begun under it. What has money out goes on to its end.</summary>
/// <param name="Provider">The provider's name; null for every job.</param>
/// <param name="Since">Since when (store's clock).</param>
public sealed record QueuePause(string? Provider, DateTimeOffset Since);
