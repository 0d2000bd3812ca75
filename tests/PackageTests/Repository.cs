using System.Reflection;
using System.Xml.Linq;

namespace PackageTests;

/// <summary>Where the sources stand and how they were built.</summary>
internal static class Repository
{
    private static readonly Assembly Self = typeof(Repository).Assembly;

    public static string Root { get; } = Self.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;

    /// <summary>The packages are packed as they were built for this run.</summary>
    public static string Configuration { get; } = Self.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).SelectMany(folder => Directory.GetFiles(folder, "*.csproj")).Order(StringComparer.Ordinal)];

    /// <summary>A packages folder of these tests' own: the user's holds, perhaps, an older package of the same version. Kept between runs for its other packages.</summary>
    public static string PackagesFolder { get; } = Path.Combine(Root, "artifacts", "package-tests");

    /// <summary>Versions stand in one file, for what the tests write too.</summary>
    public static string VersionOf(string package) => XDocument.Load(Path.Combine(Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").Single(each => each.Attribute("Include")?.Value == package).Attribute("Version")!.Value;
}
