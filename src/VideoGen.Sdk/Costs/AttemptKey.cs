namespace VideoGen.Sdk.Costs;

/// <summary>Names one attempt for ever; every money operation is at most once per key and kind.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Number">Number of the attempt, from 1.</param>
public readonly record struct AttemptKey(string JobId, int Number);
