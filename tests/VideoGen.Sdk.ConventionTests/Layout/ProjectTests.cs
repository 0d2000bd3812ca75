using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

public sealed class ProjectTests
{
    private const string Solution = "\"src\\A\\A.csproj\"";

    [Fact]
    public void Every_project_is_in_the_solution_and_leaves_versions_to_one_file()
    {
        var solution = Repository.Read("VideoGen.Sdk.sln");
        Verdict.Clean(Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(path => ProjectRule.Faults(path, Repository.Read(path), solution)));
    }

    [Theory]
    [InlineData("src/B/B.csproj", "<Project />")]
    [InlineData("src/A/A.csproj", "<PackageReference Include=\"X\" Version=\"1.0.0\" />")]
    [InlineData("src/A/A.csproj", "<PackageReference Include=\"X\" VersionOverride=\"1.0.0\" />")]
    [InlineData("src/A/A.csproj", "<NoWarn>$(NoWarn);CS1591</NoWarn>")]
    public void A_project_that_breaks_a_rule_is_found(string path, string text) => Assert.Single(ProjectRule.Faults(path, text, Solution));

    [Fact]
    public void A_plain_project_passes() => Assert.Empty(ProjectRule.Faults("src/A/A.csproj", "<PackageReference Include=\"X\" />", Solution));
}
