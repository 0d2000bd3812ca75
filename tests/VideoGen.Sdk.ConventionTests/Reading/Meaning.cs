using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace VideoGen.Sdk.ConventionTests.Reading;

/// <summary>Files bound together, so that a name can be followed to the type it means.</summary>
internal sealed class Meaning
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // Everything this test stands on: the framework and the built packages. Opened once, since reading them is most of the work.
    private static readonly Dictionary<string, MetadataReference> Built = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .DistinctBy(Path.GetFileNameWithoutExtension)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => (MetadataReference)MetadataReference.CreateFromFile(path));

    private readonly Compilation compilation;

    // A model remembers what it has bound; a new one for each question would bind again.
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    /// <param name="assembly">Named like the package, so that internals shown to it by other packages are visible here too.</param>
    /// <param name="files">The package's files; generated ones are missing, and names that only they define stay unbound.</param>
    public Meaning(string assembly, IReadOnlyList<SourceFile> files)
    {
        Files = files;
        compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(ImplicitUsings), .. files.Select(file => file.Tree)],
            References(assembly),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>One for each package in the repository.</summary>
    public static IReadOnlyList<Meaning> OfPackages { get; } =
        [.. Repository.Packages.Select(package => new Meaning(package, Repository.CSharp("src/" + package)))];

    public IReadOnlyList<SourceFile> Files { get; }

    public string Package => compilation.AssemblyName!;

    public SemanticModel Of(SourceFile file) => models.GetOrAdd(file.Tree, tree => compilation.GetSemanticModel(tree));

    private static IEnumerable<MetadataReference> References(string except) => Built.Where(pair => pair.Key != except).Select(pair => pair.Value);
}
