namespace VideoGen.Sdk.Providers.Kling;

/// <summary>One shot of several.</summary>
/// <param name="Seconds">Length in whole seconds, at least 1.</param>
/// <param name="Words">What to see, at most 512 characters.</param>
public sealed record KlingShot(int Seconds, string Words);
