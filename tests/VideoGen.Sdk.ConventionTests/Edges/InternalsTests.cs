using System.Text.RegularExpressions;
using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Edges;

public sealed class InternalsTests
{
    [Fact]
    public void No_package_shows_its_internals_to_the_web_package() =>
        Verdict.Clean(Repository.Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal)
            && (path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".cs", StringComparison.Ordinal)))
            .Where(path => ShowsInternals(Repository.Read(path)))
            .Select(path => $"{path}: VideoGen.Sdk.AspNetCore stands on the public surface only"));

    [Theory]
    [InlineData("<InternalsVisibleTo Include=\"VideoGen.Sdk.AspNetCore\" />")]
    [InlineData("[assembly: InternalsVisibleTo(\"VideoGen.Sdk.AspNetCore\")]")]
    public void Shown_internals_are_found(string text) => Assert.True(ShowsInternals(text));

    private static bool ShowsInternals(string text) => Regex.IsMatch(text, "InternalsVisibleTo[^\"]*\"VideoGen\\.Sdk\\.AspNetCore\"");
}
