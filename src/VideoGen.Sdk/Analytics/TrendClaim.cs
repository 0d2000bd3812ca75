namespace VideoGen.Sdk.Analytics;

/// <summary>The wish to make a trend into a video for somebody.</summary>
public sealed record TrendClaim
{
    /// <summary>The trend's id, and every other id under which it was known before; at least one.</summary>
    public required IReadOnlyList<string> Clusters { get; init; }

    /// <summary>For which account.</summary>
    public required string Account { get; init; }

    /// <summary>In which language, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>In which variant, such as <c>main</c>.</summary>
    public required string Variant { get; init; }

    /// <summary>Who claims: an id that no other run has.</summary>
    public required string Holder { get; init; }
}
