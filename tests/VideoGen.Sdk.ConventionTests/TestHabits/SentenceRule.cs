using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.TestHabits;

/// <summary>A test's name is a sentence with underscores, so that a failing list reads as a list of broken promises.</summary>
internal static class SentenceRule
{
    public static IEnumerable<string> Faults(SourceFile file) => Tests(file)
        .Where(method => method.Identifier.Text.Split('_', StringSplitOptions.RemoveEmptyEntries).Length < 3)
        .Select(method => $"{file.At(method)}: {method.Identifier.Text}");

    public static IEnumerable<MethodDeclarationSyntax> Tests(SourceFile file) => file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is var name && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal))));
}
