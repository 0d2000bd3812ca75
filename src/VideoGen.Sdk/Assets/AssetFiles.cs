namespace VideoGen.Sdk.Assets;

/// <summary>The files of one asset: the first under its plain name, one that replaces it under a name with its hash.</summary>
internal static class AssetFiles
{
    private const int HashDigits = 12;

    /// <summary>Moves a finished file to a name that no other content has, and says which.</summary>
    public static string Move(string temporary, string plain, string sha, string? same)
    {
        if (same is not null && Path.GetExtension(same) == Path.GetExtension(plain))
        {
            File.Move(temporary, same, overwrite: true);
            return same;
        }

        if (!File.Exists(plain))
        {
            try
            {
                File.Move(temporary, plain, overwrite: false);
                return plain;
            }
            catch (IOException) when (File.Exists(plain))
            {
                // Somebody saved the same id this moment.
            }
        }

        var own = Path.Combine(Path.GetDirectoryName(plain)!, $"{Path.GetFileNameWithoutExtension(plain)}.{sha[..HashDigits]}{Path.GetExtension(plain)}");
        File.Move(temporary, own, overwrite: true);
        return own;
    }

    /// <summary>Deletes every file of an asset but one; those that cannot be deleted stay, for nothing points to them.</summary>
    public static void DeleteAll(string folder, string id, string? except)
    {
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles($"{id}.*").Where(f => IsOf(f.Name, id) && f.FullName != except))
            {
                file.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Litter; the next save of this id tries again.
        }
    }

    // An id may hold dots itself: only the two forms that are written here are its own.
    private static bool IsOf(string name, string id)
    {
        var rest = name[(id.Length + 1)..];
        var extension = rest[(rest.LastIndexOf('.') + 1)..];
        var hash = rest[..Math.Max(0, rest.LastIndexOf('.'))];
        return AssetName.IsExtension(extension) && (hash.Length == 0 || (hash.Length == HashDigits && hash.All(char.IsAsciiHexDigitLower)));
    }
}
