using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Trends.Tests;

/// <summary>The manual shows code that compiles.</summary>
public sealed class ManualTests
{
    private static readonly string Root = typeof(ManualTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;

    [Theory]
    [InlineData("register")]
    [InlineData("look")]
    public void A_block_of_the_manual_is_code_that_compiles(string region)
    {
        var source = File.ReadAllText(Path.Combine(Root, "tests", "VideoGen.Sdk.Trends.Tests", "ManualTests.cs"));
        var manual = File.ReadAllText(Path.Combine(Root, "src", "VideoGen.Sdk.Trends", "README.md"));
        var lines = Regex.Match(source, $"#region {region}\n(.*?)\n\\s*#endregion", RegexOptions.Singleline).Groups[1].Value.Split('\n').Select(line => line.Length > 8 ? line[8..] : "");

        Assert.Contains($"```csharp\n{string.Join('\n', lines)}\n```", manual, StringComparison.Ordinal);
    }

    internal static void Register(IServiceCollection services)
    {
        #region register
        services.AddVideoGeneration().AddTrends();
        #endregion
    }

    internal static async Task LookAsync(TrendScout scout, IPromptWriter writer, IVideoQueue queue)
    {
        #region look
        var findings = await scout.LookAsync(top: 3);
        foreach (var trend in findings.Chosen)
        {
            var written = await writer.WriteAsync(new PromptBrief { Trend = trend, Platform = "instagram/reels", Style = "trendy" });
            await queue.EnqueueAsync(new VideoRequest { Prompt = written.Prompt, TargetPlatform = "instagram/reels", Tags = [$"trend:{trend.Caption}", $"theme:{trend.Theme}"], IdempotencyKey = $"trend:{trend.Cluster}:main:{written.Language}:main" });
        }
        #endregion
    }
}
