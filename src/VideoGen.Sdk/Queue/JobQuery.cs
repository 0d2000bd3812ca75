namespace VideoGen.Sdk.Queue;

/// <summary>Which jobs to list, newest first. Members that are null do not narrow.</summary>
public sealed record JobQuery
{
    /// <summary>One state.</summary>
    public VideoState? State { get; init; }

    /// <summary>One tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>Only jobs made before this one; continues a listing.</summary>
    public string? BeforeId { get; init; }

    /// <summary>Most jobs to return. Default 100.</summary>
    public int Limit { get; init; } = 100;
}
