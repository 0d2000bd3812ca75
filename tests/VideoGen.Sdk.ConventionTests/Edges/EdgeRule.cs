using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Edges;

/// <summary>Follows every name outside the documentation to its type and asks the table whether this slice may use it.</summary>
internal static class EdgeRule
{
    public static IEnumerable<string> Faults(Meaning package) => package.Files.SelectMany(file => Faults(package, file)).Distinct();

    /// <summary>The slices that a file really uses; empty answers for all files would mean that nothing was bound.</summary>
    public static IEnumerable<(string Slice, INamedTypeSymbol Type, SyntaxNode Node)> Uses(Meaning package, SourceFile file)
    {
        var model = package.Of(file);
        foreach (var node in file.Syntax.DescendantNodes().Where(node => node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax))
        {
            if (TypeOf(model, node) is { } type && Slice.OfType(type) is { } slice)
            {
                yield return (slice, type, node);
            }
        }
    }

    private static IEnumerable<string> Faults(Meaning package, SourceFile file)
    {
        var own = Slice.OfFile(file.Path);
        if (EdgeTable.For(own)?.ToList() is not { } row)
        {
            yield return $"{file.Path}: the edge table has no row for '{own}'";
            yield break;
        }

        foreach (var (slice, type, node) in Uses(package, file))
        {
            if (slice != own && !row.Exists(permission => Matches(permission, slice) && permission.Allows(type)))
            {
                yield return $"{file.At(node)}: {own} must not use {slice} ({type.Name})";
            }
        }

        foreach (var (slice, node) in Usings(package, file))
        {
            if (slice != own && !row.Exists(permission => Matches(permission, slice)))
            {
                yield return $"{file.At(node)}: {own} must not name {slice} in a using";
            }
        }
    }

    private static IEnumerable<(string Slice, SyntaxNode Node)> Usings(Meaning package, SourceFile file) =>
        from directive in file.Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>()
        where directive.NamespaceOrType is not null && package.Of(file).GetSymbolInfo(directive.NamespaceOrType).Symbol is INamespaceSymbol
        let name = directive.NamespaceOrType.ToString()
        where Slice.IsOurs(name)
        let home = Repository.Packages.Where(each => name == each || name.StartsWith(each + ".", StringComparison.Ordinal)).MaxBy(each => each.Length)
        select (Slice.OfNamespace(home ?? "VideoGen.Sdk", name), (SyntaxNode)directive);

    private static bool Matches(Permission permission, string slice) =>
        permission.Slice == slice || (permission.Slice == EdgeTable.Vendor && slice.StartsWith(EdgeTable.Vendor, StringComparison.Ordinal));

    private static INamedTypeSymbol? TypeOf(SemanticModel model, SyntaxNode node)
    {
        var found = model.GetSymbolInfo(node);
        var symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        return symbol switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType?.OriginalDefinition,
            _ => null,
        };
    }
}
