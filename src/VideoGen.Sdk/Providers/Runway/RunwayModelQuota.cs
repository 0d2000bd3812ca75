namespace VideoGen.Sdk.Providers.Runway;

/// <summary>How much of one model an organization may use, and has used.</summary>
public sealed record RunwayModelQuota
{
    /// <summary>Tasks that may run at once; more wait as <c>THROTTLED</c>. Null for no limit.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Tasks allowed within 24 rolling hours; more are refused. Null for no limit.</summary>
    public int? MaxDaily { get; init; }

    /// <summary>Tasks of the last 24 hours.</summary>
    public int Daily { get; init; }
}
