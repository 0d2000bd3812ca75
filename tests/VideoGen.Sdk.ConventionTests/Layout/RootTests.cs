using VideoGen.Sdk.ConventionTests.Reading;

namespace VideoGen.Sdk.ConventionTests.Layout;

public sealed class RootTests
{
    /// <summary>The root is the shop window: whoever adds to it changes this list on purpose.</summary>
    private static readonly string[] Allowed =
    [
        "VideoGen.Sdk.sln", "nuget.config", "CHANGELOG.md", "README.md", "LICENSE", "global.json", "BannedSymbols.txt", "Directory.Build.props",
        "Directory.Packages.props", ".editorconfig", ".gitignore", ".ci", ".config", ".github", "artifacts", "src", "tests", "samples", "benchmarks",
    ];

    [Fact]
    public void The_root_holds_only_what_the_design_lists() => Verdict.Clean(Strangers(Repository.Files));

    [Fact]
    public void A_stranger_at_the_root_is_found() => Assert.Equal(["PLAN.md", "docs"], Strangers(["README.md", "PLAN.md", "docs/a.md", "src/A/A.cs"]));

    private static IEnumerable<string> Strangers(IEnumerable<string> paths) => paths.Select(path => path.Split('/')[0]).Distinct().Except(Allowed);
}
