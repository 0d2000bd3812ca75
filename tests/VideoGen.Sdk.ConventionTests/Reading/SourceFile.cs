using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VideoGen.Sdk.ConventionTests.Reading;

/// <summary>One C# file: where it stands and what it says.</summary>
internal sealed class SourceFile
{
    private readonly Lazy<SyntaxTree> tree;

    public SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        tree = new Lazy<SyntaxTree>(() => CSharpSyntaxTree.ParseText(Text, path: Path));
    }

    /// <summary>Relative to the root, with forward slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public SyntaxTree Tree => tree.Value;

    public CompilationUnitSyntax Syntax => Tree.GetCompilationUnitRoot();

    /// <summary>Physical lines, as an editor counts them.</summary>
    public int Lines => Text.Count(character => character == '\n');

    /// <summary>The types that stand directly in a namespace.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>Where a node stands, in the form editors open.</summary>
    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
