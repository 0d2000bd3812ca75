namespace VideoGen.Sdk.Assets;

/// <summary>Removes what a killed process left half written. A day is longer than any save takes, so that a part of a live one stays.</summary>
internal static class LeftParts
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

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
