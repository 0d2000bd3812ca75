namespace VideoGen.Sdk.Providers;

/// <summary>So many submissions in a rolling window.</summary>
public sealed record ProviderRate
{
    /// <summary>Most submissions within the window, above zero.</summary>
    public int Submissions { get; init; }

    /// <summary>Length of the window, seconds to days.</summary>
    public TimeSpan Window { get; init; }
}
