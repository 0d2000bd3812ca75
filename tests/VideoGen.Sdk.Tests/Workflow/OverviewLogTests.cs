using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>What happened to my money: four lines a video.</summary>
public sealed class OverviewLogTests
{
    [Fact]
    public async Task A_paid_video_is_told_in_four_lines_without_its_prompt_or_link()
    {
        var lines = await GenerateAsync(new ScriptedProviderOptions());

        Assert.Collection(
            lines,
            l => Assert.StartsWith("Submitted to scripted/default: job ", l, StringComparison.Ordinal),
            l => Assert.Contains("remote id remote-1", l, StringComparison.Ordinal),
            l => Assert.StartsWith("scripted charged 0.25 USD for job ", l, StringComparison.Ordinal),
            l => Assert.Contains("ended Succeeded with scripted: 0.25 USD charged", l, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("fox", StringComparison.Ordinal) || l.Contains("http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_id_of_a_free_provider_is_not_told() =>
        Assert.DoesNotContain(await GenerateAsync(new ScriptedProviderOptions { IsPaid = false, EstimateUsd = 0m }), l => l.Contains("remote-1", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> GenerateAsync(ScriptedProviderOptions options)
    {
        await using var world = new TestWorld();
        world.Add(options);
        var log = new HeardLog();
        var process = world.StartProcess(configure: s => s.AddLogging(b => b.AddProvider(log).SetMinimumLevel(LogLevel.Trace)));
        await process.GenerateAsync();
        return [.. log.At(LogLevel.Information).Where(l => !l.StartsWith("The media package", StringComparison.Ordinal))];
    }
}
