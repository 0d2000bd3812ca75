using Microsoft.CodeAnalysis;

namespace VideoGen.Sdk.ConventionTests.Edges;

/// <summary>Finds the row of the edge table that a file, a namespace or a type belongs to.</summary>
internal static class Slice
{
    private const string Core = "VideoGen.Sdk";
    private const string Registration = "Microsoft.Extensions.DependencyInjection";

    /// <summary>By folder: a registration method that lives in the framework's namespace still belongs to the slice it registers.</summary>
    public static string OfFile(string path)
    {
        var parts = path.Split('/');
        return parts[1] == Core ? OfCore(parts[2..^1]) : OfPackage(parts[1]);
    }

    /// <summary>Null for types that are not ours.</summary>
    public static string? OfType(INamedTypeSymbol type)
    {
        var assembly = type.ContainingAssembly?.Name ?? string.Empty;
        if (type.Locations.FirstOrDefault(place => place.IsInSource)?.SourceTree is { FilePath.Length: > 0 } tree)
        {
            return OfFile(tree.FilePath);
        }

        var name = type.ContainingNamespace.ToDisplayString();
        // Files of the core that a store compiles in stay the core's, whichever store's copy a name was followed to.
        var home = IsOurs(name) && !$"{name}.".StartsWith(assembly + ".", StringComparison.Ordinal) ? Core : assembly;
        return IsOurs(assembly) ? OfNamespace(home, name) : null;
    }

    public static string OfNamespace(string assembly, string name)
    {
        if (assembly != Core)
        {
            return OfPackage(assembly);
        }

        // Public registration methods are made for other packages to build on; the table calls them DependencyInjection.
        return name == Registration ? "DependencyInjection" : OfCore(name.Split('.')[2..]);
    }

    public static bool IsOurs(string assembly) => assembly == Core || assembly.StartsWith(Core + ".", StringComparison.Ordinal);

    private static string OfPackage(string package) => package[(Core.Length + 1)..];

    private static string OfCore(string[] folders) => folders switch
    {
        [] => EdgeTable.Root,
        ["Providers", "Catalogue", ..] => "Providers.Catalogue",
        ["Providers", var vendor, ..] => $"{EdgeTable.Vendor} ({vendor})",
        [var folder, ..] => folder,
    };
}
