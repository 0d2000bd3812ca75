using System.Reflection;

namespace VideoGen.Sdk.ConventionTests.Reading;

/// <summary>The built packages, loaded beside this test.</summary>
internal static class Assemblies
{
    public static IReadOnlyList<Assembly> OfPackages { get; } = [.. Repository.Packages.Select(Assembly.Load)];

    public static IEnumerable<Type> PublicTypes => OfPackages.SelectMany(assembly => assembly.GetExportedTypes());
}
