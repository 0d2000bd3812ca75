using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Words;

/// <summary>Names that say nothing about the thing are refused, for types at any depth and in every folder.</summary>
internal static class SuffixRule
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service", "Base", "Impl", "Info", "Common"];

    public static IEnumerable<string> Faults(SourceFile file) =>
        from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        let name = type.Identifier.Text
        where Empty.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
        select $"{file.At(type)}: {name}";
}
