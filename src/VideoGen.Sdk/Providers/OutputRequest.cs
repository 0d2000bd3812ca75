namespace VideoGen.Sdk.Providers;

/// <summary>Which output to open, and from where.</summary>
public sealed record OutputRequest
{
    /// <summary>The finished job.</summary>
    public required RemoteJob Job { get; init; }

    /// <summary>The status that said so; null asks the vendor again, which refreshes expired links.</summary>
    public ProviderJobStatus? Status { get; init; }

    /// <summary>First byte wanted; above 0 resumes.</summary>
    public long Offset { get; init; }

    /// <summary>Told the share done, 0 to 1, by a provider that works on the output only now; null tells nobody.</summary>
    public IProgress<double>? Progress { get; init; }
}
