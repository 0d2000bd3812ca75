using System.Text.RegularExpressions;

namespace VideoGen.Sdk.ConventionTests.Layout;

/// <summary>Every project is in the solution, versions stand in one file, and no package mutes the demand for documentation.</summary>
internal static partial class ProjectRule
{
    public static IEnumerable<string> Faults(string path, string text, string solution)
    {
        if (!solution.Replace('\\', '/').Contains($"\"{path}\"", StringComparison.Ordinal))
        {
            yield return $"{path}: not in the solution, so nothing builds or tests it";
        }

        if (Versioned().IsMatch(text))
        {
            yield return $"{path}: versions stand in Directory.Packages.props alone";
        }

        if (path.StartsWith("src/", StringComparison.Ordinal) && Muted().IsMatch(text))
        {
            yield return $"{path}: shipped code may mute neither missing documentation nor banned symbols";
        }
    }

    [GeneratedRegex(@"<PackageReference[^>]*\b(Version|VersionOverride)=|<VersionOverride>")]
    private static partial Regex Versioned();

    [GeneratedRegex(@"<NoWarn>[^<]*(CS1591|RS0030)")]
    private static partial Regex Muted();
}
