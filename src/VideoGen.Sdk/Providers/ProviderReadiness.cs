namespace VideoGen.Sdk.Providers;

/// <summary>Whether a provider could be used now, and what to do if not.</summary>
/// <param name="IsReady">Whether it could be used.</param>
/// <param name="Reason">Why not, with the fix; null when ready. Begins with <see cref="ProviderKeyMissingException.Sentence"/> where a key is what is missing.</param>
public sealed record ProviderReadiness(bool IsReady, string? Reason)
{
    /// <summary>It could be used.</summary>
    public static ProviderReadiness Ready { get; } = new(true, null);

    /// <summary>It could not, and why.</summary>
    public static ProviderReadiness NotReady(string reason) => new(false, reason);
}
