using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

/// <summary>One public type a file, and the file is named after it; a file without a public one is named after one of its own.</summary>
internal static class FileNameRule
{
    public static IEnumerable<string> Faults(SourceFile file)
    {
        var types = file.TopLevelTypes.ToList();
        var open = types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).ToList();
        if (open.Select(NameOf).Distinct().Count() > 1)
        {
            yield return $"{file.Path}: more than one public type ({string.Join(", ", open.Select(NameOf))})";
        }

        var named = open.Count > 0 ? open : types;
        if (named.Count > 0 && !named.Exists(type => Fits(file.Name, NameOf(type))))
        {
            yield return $"{file.Path}: named otherwise than its type {NameOf(named[0])}";
        }
    }

    // Type.Aspect.cs is how a partial type, or one with type parameters beside one without, is split.
    private static bool Fits(string file, string type) => file == type + ".cs" || (file.StartsWith(type + ".", StringComparison.Ordinal) && file.Count(sign => sign == '.') == 2);

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => string.Empty,
    };
}
