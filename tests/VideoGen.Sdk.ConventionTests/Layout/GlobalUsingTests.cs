using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

public sealed class GlobalUsingTests
{
    private static readonly string[] Endings = [".cs", ".csproj", ".props", ".targets"];

    [Fact]
    public void No_file_imports_our_own_namespaces_globally() =>
        Verdict.Clean(Repository.Files.Where(path => Endings.Contains(Path.GetExtension(path)) && GlobalUsingRule.Breaks(Repository.Read(path))));

    [Theory]
    [InlineData("global" + " using VideoGen.Sdk.Costs;")]
    [InlineData("global" + " using static VideoGen.Sdk.Costs.Prices;")]
    [InlineData("global" + " using Money = VideoGen.Sdk.Costs.Price;")]
    [InlineData("<Using" + " Include=\"VideoGen.Sdk.Costs\" />")]
    public void A_global_import_is_found(string text) => Assert.True(GlobalUsingRule.Breaks(text));

    [Theory]
    [InlineData("using VideoGen.Sdk.Costs;")]
    [InlineData("<Using Include=\"Xunit\" />")]
    public void An_ordinary_import_passes(string text) => Assert.False(GlobalUsingRule.Breaks(text));
}
