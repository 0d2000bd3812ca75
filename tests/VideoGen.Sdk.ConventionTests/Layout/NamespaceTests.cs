using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

public sealed class NamespaceTests
{
    [Fact]
    public void Every_namespace_is_its_folder() => Verdict.Clean(Repository.CSharp("src").SelectMany(NamespaceRule.Faults));

    [Theory]
    [InlineData("namespace VideoGen.Sdk; class A;")]
    [InlineData("namespace Microsoft.Extensions.DependencyInjection; class A;")]
    [InlineData("class A;")]
    public void A_type_outside_its_folder_is_found(string text) => Assert.NotEmpty(NamespaceRule.Faults(new SourceFile("src/VideoGen.Sdk/Costs/A.cs", text)));

    [Theory]
    [InlineData("namespace VideoGen.Sdk.Costs; class A;")]
    [InlineData("namespace Microsoft.Extensions.DependencyInjection; public static class AExtensions;")]
    public void A_type_in_its_folder_passes(string text) => Assert.Empty(NamespaceRule.Faults(new SourceFile("src/VideoGen.Sdk/Costs/A.cs", text)));
}
