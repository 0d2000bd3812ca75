using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

/// <summary>Namespace = folder, except for registration methods, which live where callers already look.</summary>
internal static class NamespaceRule
{
    private static readonly string[] Callers = ["Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Configuration"];

    public static IEnumerable<string> Faults(SourceFile file)
    {
        var expected = string.Join('.', file.Path.Split('/')[1..^1]);
        foreach (var space in file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            var name = space.Name.ToString();
            if (name != expected && !(Callers.Contains(name) && space.Members.All(IsRegistration)))
            {
                yield return $"{file.Path}: namespace {name}, folder {expected}";
            }
        }

        if (file.TopLevelTypes.Any(type => type.Parent is CompilationUnitSyntax))
        {
            yield return $"{file.Path}: a type without a namespace";
        }
    }

    private static bool IsRegistration(MemberDeclarationSyntax member) =>
        member is ClassDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.StaticKeyword) && type.Identifier.Text.EndsWith("Extensions", StringComparison.Ordinal);
}
