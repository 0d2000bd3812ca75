using System.Runtime.CompilerServices;

namespace VideoGen.Sdk.SampleTests;

/// <summary>Finds the built samples beside the tests.</summary>
internal static class Repository
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Root { get; } = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "samples", name, "bin", Configuration, "net10.0", $"{name}.dll");

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VideoGen.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        return Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(here)!)!)!;
    }
}
