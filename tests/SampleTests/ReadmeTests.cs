using System.Text.RegularExpressions;

namespace VideoGen.Sdk.SampleTests;

/// <summary>The README shows code that compiles: its first C# block is the marked lines of the sample.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_first_block_is_the_very_lines_of_QuickStart()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var source = File.ReadAllText(Path.Combine(Repository.Root, "samples", "QuickStart", "Generation.cs"));

        var block = Block().Match(readme).Groups[1].Value.Trim();
        var lines = string.Join('\n', Region().Matches(source).SelectMany(m => m.Groups[1].Value.Trim('\n').Split('\n')).Select(l => l.Length > 8 ? l[8..] : "")).Trim();

        Assert.Equal(lines, block);
        Assert.InRange(lines.Split('\n').Length, 1, 15);
    }

    [Theory]
    [InlineData("files")]
    [InlineData("direct")]
    [InlineData("own")]
    [InlineData("alerts")]
    [InlineData("analytics")]
    public void A_block_of_the_core_manual_is_code_that_compiles(string region)
    {
        var manual = File.ReadAllText(Path.Combine(Repository.Root, "src", "VideoGen.Sdk", "README.md"));
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "SampleTests", "Snippets", "CoreReadme.cs"));
        var lines = Regex.Match(source, $"#region {region}\n(.*?)\n\\s*#endregion", RegexOptions.Singleline).Groups[1].Value.Split('\n').Select(l => l.Length > 8 ? l[8..] : "");

        Assert.Contains($"```csharp\n{string.Join('\n', lines)}\n```", manual, StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_has_at_most_250_lines() => Assert.InRange(File.ReadAllLines(Path.Combine(Repository.Root, "README.md")).Length, 20, 250);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("#region quickstart\n(.*?)\n\\s*#endregion", RegexOptions.Singleline)]
    private static partial Regex Region();
}
