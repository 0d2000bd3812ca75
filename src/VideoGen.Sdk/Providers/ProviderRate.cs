namespace VideoGen.Sdk.Providers;

/// <summary>So many submissions in a rolling window.</summary>
/// <remarks>Settable, because the binding generator passes over <c>init</c> properties of list items.</remarks>
public sealed record ProviderRate
{
    /// <summary>Most submissions within the window, above zero.</summary>
    public int Submissions { get; set; }

    /// <summary>Length of the window, seconds to days.</summary>
    public TimeSpan Window { get; set; }
}
