namespace VideoGen.Sdk.Costs;

/// <summary>Tags of the ledger with a meaning of their own; reports group by them.</summary>
public static class LedgerTags
{
    /// <summary>Begins the tag of a style; set from <see cref="VideoRequest.Style"/>.</summary>
    public const string Style = "style:";

    /// <summary>Begins the tag of a trend; given by the caller among <see cref="VideoRequest.Tags"/>.</summary>
    public const string Trend = "trend:";

    internal static IReadOnlyList<string> Of(IReadOnlyList<string> tags, string? style) =>
        string.IsNullOrWhiteSpace(style) || tags.Contains(Style + style, StringComparer.Ordinal) ? tags : [.. tags, Style + style];
}
