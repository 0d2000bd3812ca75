using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

/// <summary>Whatever is named in USD is counted exactly: no binary fraction, not even inside a list or a task.</summary>
internal static class MoneyRule
{
    public static IEnumerable<string> Faults(Meaning package) =>
        from file in package.Files
        let model = package.Of(file)
        from node in file.Syntax.DescendantNodes()
        where InUsd(NameOf(node))
        let symbol = model.GetDeclaredSymbol(node)
        where symbol is not null && TypeOf(symbol) is { } type && IsBinary(type)
        select $"{file.At(node)}: {symbol.Name} is {TypeOf(symbol)}";

    private static string NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ParameterSyntax parameter => parameter.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        SingleVariableDesignationSyntax designation => designation.Identifier.Text,
        _ => string.Empty,
    };

    private static bool InUsd(string name) =>
        name.EndsWith("Usd", StringComparison.Ordinal) || name.EndsWith("UsdAsync", StringComparison.Ordinal) || name.Equals("usd", StringComparison.Ordinal);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static bool IsBinary(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => true,
        IArrayTypeSymbol array => IsBinary(array.ElementType),
        INamedTypeSymbol named => named.Name == "Half" || named.TypeArguments.Any(IsBinary),
        _ => false,
    };
}
