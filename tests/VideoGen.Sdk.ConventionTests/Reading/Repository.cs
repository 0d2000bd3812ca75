using System.Diagnostics;
using System.Reflection;

namespace VideoGen.Sdk.ConventionTests.Reading;

/// <summary>The files of this repository as git sees them: tracked ones and new ones that no ignore rule hides.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(each => each.Key == "RepositoryRoot").Value!;

    /// <summary>Paths relative to the root, with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. ListFiles()];

    // Read and parsed once for all rules.
    private static readonly IReadOnlyList<SourceFile> Sources =
        [.. Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).Select(path => new SourceFile(path, Read(path)))];

    /// <summary>Every C# file below one of the folders, such as <c>src</c>, <c>tests</c>, <c>samples</c>, <c>benchmarks</c>.</summary>
    public static IReadOnlyList<SourceFile> CSharp(params string[] folders) =>
        [.. Sources.Where(file => folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)))];

    /// <summary>The packages that exist now: one project file per folder of <c>src</c>.</summary>
    public static IReadOnlyList<string> Packages { get; } =
        [.. Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> ListFiles()
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotePath=off", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listing = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return listing.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => File.Exists(Path.Combine(Root, path)))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }
}
