namespace VideoGen.Sdk.Routing;

/// <summary>In which order providers are tried. Bound from <c>VideoGeneration</c>.</summary>
public sealed class RoutingOptions
{
    /// <summary>Tried first; a name or an account id. Without a key it stops the start. Default none: priority alone decides.</summary>
    public string? DefaultProvider { get; set; }

    /// <summary>Tried next, in this order. Providers named nowhere follow by their priority. One without a key is left out, with a warning at start; a name that nobody knows stops the start.</summary>
    public IList<string> FallbackProviders { get; } = [];

    /// <summary>Longest wait for a slot of a vendor's rate before the next candidate is tried. Default 2 minutes.</summary>
    public TimeSpan MaxSlotWait { get; set; } = TimeSpan.FromMinutes(2);
}
