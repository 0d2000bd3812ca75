using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Safety;

/// <summary>An empty catch must name one precise exception and say in a comment why nothing follows from it.</summary>
internal static class CatchRule
{
    private static readonly string[] Anything = ["Exception", "System.Exception", "SystemException"];

    public static IEnumerable<string> Faults(SourceFile file) =>
        file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
            .Where(clause => clause.Block.Statements.Count == 0 && (CatchesAnything(clause) || !SaysWhy(clause)))
            .Select(clause => $"{file.At(clause)}: swallows {clause.Declaration?.Type.ToString() ?? "everything"}");

    private static bool CatchesAnything(CatchClauseSyntax clause) =>
        clause.Filter is null && (clause.Declaration is null || Anything.Contains(clause.Declaration.Type.ToString()));

    private static bool SaysWhy(CatchClauseSyntax clause) =>
        clause.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
}
