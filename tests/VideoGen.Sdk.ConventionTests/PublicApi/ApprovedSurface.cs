using System.Reflection;
using PublicApiGenerator;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.PublicApi;

/// <summary>The public surface of a package as text, and the text that somebody last agreed to.</summary>
internal static class ApprovedSurface
{
    public const string Accept = "APPROVE";

    private const string Folder = "tests/VideoGen.Sdk.ConventionTests/Approved";

    // Versions and build marks change with every release without changing what a user can call.
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static string Of(Assembly assembly) => assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";

    public static string PathOf(string package) => $"{Folder}/{package}.txt";

    public static string? Read(string package)
    {
        var path = Path.Combine(Repository.Root, PathOf(package));
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
    }

    public static void Write(string package, string surface) => File.WriteAllText(Path.Combine(Repository.Root, PathOf(package)), surface);

    /// <summary>Null when both are the same; otherwise the lines that went and came, and how to agree to them.</summary>
    public static string? Difference(string package, string? approved, string actual)
    {
        if (approved == actual)
        {
            return null;
        }

        var (before, after) = ((approved ?? string.Empty).Split('\n'), actual.Split('\n'));
        var gone = before.Except(after).Select(line => "- " + line.Trim());
        var come = after.Except(before).Select(line => "+ " + line.Trim());
        return $"""
            The public surface of {package} differs from {PathOf(package)}:
            {string.Join('\n', gone.Concat(come).DefaultIfEmpty("the order of its lines"))}
            If that is meant, run once with {Accept}=1 and commit the file: {Accept}=1 tests/run.sh --filter-class '*{nameof(SurfaceTests)}'
            """;
    }
}
