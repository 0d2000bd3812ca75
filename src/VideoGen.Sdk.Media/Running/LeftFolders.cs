using System.Collections.Concurrent;

namespace VideoGen.Sdk.Media.Running;

/// <summary>Removes working folders that a killed process left, with prompts in them. Once per process and place; never one that was written to within a day.</summary>
internal static class LeftFolders
{
    private const int IdLength = 32;
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private static readonly ConcurrentDictionary<string, bool> Swept = new(StringComparer.Ordinal);

    public static void SweepOnce(string parent, string prefix)
    {
        if (Swept.TryAdd(parent, true))
        {
            Sweep(parent, prefix);
        }
    }

    public static void Sweep(string parent, string prefix)
    {
        // File times are the machine's, whatever clock the app works by.
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime - Age;
        try
        {
            foreach (var folder in new DirectoryInfo(parent).EnumerateDirectories(prefix + "*").Where(f => IsOurs(f, prefix)))
            {
                Remove(folder, oldest);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Litter stops no work; the next process tries again.
        }
    }

    // A link of that name was not made here, and what it points to is somebody else's.
    private static bool IsOurs(DirectoryInfo folder, string prefix) =>
        folder.LinkTarget is null && folder.Name.Length == prefix.Length + IdLength && folder.Name.Skip(prefix.Length).All(char.IsAsciiHexDigitLower);

    private static void Remove(DirectoryInfo folder, DateTime oldest)
    {
        try
        {
            if (folder.LastWriteTimeUtc < oldest && folder.EnumerateFiles().All(f => f.LastWriteTimeUtc < oldest))
            {
                folder.Delete(recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or another process was quicker; the others are looked at all the same.
        }
    }
}
