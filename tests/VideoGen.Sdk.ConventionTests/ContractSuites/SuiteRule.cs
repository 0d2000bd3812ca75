using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.ContractSuites;

/// <summary>Every implementation of a seam stands trial: some test class derives the seam's abstract suite and names the implementation.</summary>
internal sealed class SuiteRule(IEnumerable<SourceFile> tests)
{
    private const string Suite = "Contract";

    /// <summary>These seams have users' implementations behind them, so they need a suite as soon as they have one of ours.</summary>
    private static readonly string[] Always = ["IVideoProvider", "ICostStore", "IJobStore", "IAssetStore"];

    private readonly ILookup<string, ClassDeclarationSyntax> classes = tests
        .SelectMany(file => file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>())
        .ToLookup(type => type.Identifier.Text);

    public IEnumerable<string> Faults(IEnumerable<Meaning> packages) =>
        packages.SelectMany(Implementations).SelectMany(pair => Fault(pair.Implementation, pair.Seam)).Concat(Orphans()).Distinct();

    private IEnumerable<(INamedTypeSymbol Implementation, string Seam)> Implementations(Meaning package) =>
        from file in package.Files
        from declared in file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>()
        let type = (INamedTypeSymbol)package.Of(file).GetDeclaredSymbol(declared)!
        where type is { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct }
        from seam in type.AllInterfaces
        where seam.DeclaredAccessibility == Accessibility.Public && IsOurs(seam) && (Always.Contains(seam.Name) || classes.Contains(seam.Name[1..] + Suite))
        select (type, seam.Name);

    private IEnumerable<string> Fault(INamedTypeSymbol implementation, string seam)
    {
        var suite = seam[1..] + Suite;
        if (!classes.Contains(suite))
        {
            yield return $"{implementation.Name} implements {seam}, which has no suite {suite} in tests/Contracts";
        }
        else if (!Derivers(suite).Any(type => Names(type, implementation.Name)))
        {
            yield return $"{implementation.Name} implements {seam}, and no test class derives {suite} for it";
        }
    }

    // A suite that nobody derives proves nothing, however many tests it holds.
    private IEnumerable<string> Orphans() =>
        from type in classes.SelectMany(named => named)
        where type.Identifier.Text.EndsWith(Suite, StringComparison.Ordinal) && type.Modifiers.Any(SyntaxKind.AbstractKeyword)
        where !Derivers(type.Identifier.Text).Any()
        select $"{type.Identifier.Text} is derived by no test class";

    private IEnumerable<ClassDeclarationSyntax> Derivers(string suite) =>
        classes.SelectMany(named => named).Where(type => !type.Modifiers.Any(SyntaxKind.AbstractKeyword) && Ancestry(type).Any(each => each.Identifier.Text == suite));

    private bool Names(ClassDeclarationSyntax type, string implementation) => Ancestry(type).Prepend(type)
        .Any(each => each.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Text == implementation));

    private IEnumerable<ClassDeclarationSyntax> Ancestry(ClassDeclarationSyntax type) =>
        (type.BaseList?.Types ?? []).Select(each => each.Type switch
        {
            GenericNameSyntax generic => generic.Identifier.Text,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
            var plain => plain.ToString(),
        })
        .Where(name => name != type.Identifier.Text)
        .SelectMany(name => classes[name])
        .SelectMany(parent => Ancestry(parent).Prepend(parent));

    private static bool IsOurs(INamedTypeSymbol seam) => seam.ContainingAssembly.Name.StartsWith("VideoGen.Sdk", StringComparison.Ordinal);
}
