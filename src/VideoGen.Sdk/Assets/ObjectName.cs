namespace VideoGen.Sdk.Assets;

/// <summary>The names of bytes in an object store: <c>shard/id.unique.extension</c>.</summary>
internal static class ObjectName
{
    private const int UniqueDigits = 32;

    /// <summary>The id of the asset whose bytes an object holds; null for facts and for what is none of ours.</summary>
    public static string? IdOf(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        var parts = file.Split('.');
        return parts.Length >= 3 && AssetName.IsExtension(parts[^1]) && parts[^2].Length == UniqueDigits && parts[^2].All(char.IsAsciiHexDigitLower)
            && file[..(file.Length - parts[^1].Length - UniqueDigits - 2)] is { Length: > 0 } id && AssetName.IsValid(id) && name == $"{AssetName.ShardOf(id)}/{file}" ? id : null;
    }
}
