namespace VideoGen.Sdk.Providers;

/// <summary>What a look-up by client reference found.</summary>
public abstract record RemoteJobMatch
{
    private RemoteJobMatch()
    {
    }

    /// <summary>Exactly one job carries our reference.</summary>
    /// <param name="RemoteId">The vendor's id.</param>
    public sealed record Found(string RemoteId) : RemoteJobMatch;

    /// <summary>None is visible now; never proof that none exists.</summary>
    public sealed record NotFound : RemoteJobMatch;

    /// <summary>Several could be ours; none is adopted.</summary>
    /// <param name="RemoteIds">The candidates, for a person.</param>
    public sealed record Ambiguous(IReadOnlyList<string> RemoteIds) : RemoteJobMatch;

    /// <summary>The vendor has no such look-up.</summary>
    public sealed record NotSupported : RemoteJobMatch;
}
