namespace VideoGen.Sdk.Assets;

/// <summary>Removes what a killed process left half written. A day is longer than any save takes, so that a part of a live one stays.</summary>
internal static class LeftParts
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>Removes working folders of this prefix that nobody wrote to for a day: prompts and videos lie in them.</summary>
    public static void SweepFolders(string parent, string prefix)
    {
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime - Age;
        try
        {
            foreach (var folder in new DirectoryInfo(parent).EnumerateDirectories(prefix + "*").Where(f => f.LinkTarget is null && IsLeft(f, oldest)))
            {
                folder.Delete(recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or litter that stops no work; the next process tries again.
        }
    }

    private static bool IsLeft(DirectoryInfo folder, DateTime oldest) => folder.LastWriteTimeUtc < oldest && folder.EnumerateFiles().All(f => f.LastWriteTimeUtc < oldest);

    public static void Sweep(string folder)
    {
        // File times are the machine's, whatever clock the app works by.
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime - Age;
        try
        {
            foreach (var part in new DirectoryInfo(folder).EnumerateFiles("*.part").Where(f => f.LastWriteTimeUtc < oldest))
            {
                part.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Litter stops no save; the next one tries again.
        }
    }
}
