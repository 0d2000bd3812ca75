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

    /// <summary>The host's tag of the file whose first bytes the caller has. With an <see cref="Offset"/> the rest is only sent where the file still has it; else the whole comes. Default none: nobody compares.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Told the share done, 0 to 1, by a provider that works on the output only now; null tells nobody.</summary>
    public IProgress<double>? Progress { get; init; }
}
