namespace VideoGen.Sdk.Trends;

/// <summary>Something that was not used.</summary>
/// <param name="Item">Its title or id, at most 120 characters.</param>
/// <param name="Why">The reason in words.</param>
public sealed record LeftOutItem(string Item, string Why)
{
    private const int LongestName = 120;

    internal static LeftOutItem Of(string? item, string why)
    {
        var name = string.IsNullOrWhiteSpace(item) ? "(no title)" : item.Trim();
        return new LeftOutItem(name.Length > LongestName ? string.Concat(name.AsSpan(0, LongestName - 1), "…") : name, why);
    }
}
