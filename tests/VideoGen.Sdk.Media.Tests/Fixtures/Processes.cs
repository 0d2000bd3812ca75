namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>The processes of this machine.</summary>
internal static class Processes
{
    /// <summary>Those whose command line names a folder.</summary>
    public static List<string> Naming(string folder)
    {
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)))
        {
            try
            {
                var line = File.ReadAllText(Path.Combine(process, "cmdline"));
                if (line.Contains(folder, StringComparison.Ordinal))
                {
                    found.Add(Path.GetFileName(process) + " " + line);
                }
            }
            catch (IOException)
            {
                continue; // It ended while we looked.
            }
        }

        return found;
    }
}
