using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Trends.Sources;
using VideoGen.Sdk.Trends.Tests.Intelligence;

namespace VideoGen.Sdk.Trends.Tests;

public sealed class AddTrendsTests
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>t</title><link>https://e.com</link><description>d</description>"
        + "<item><title>Pasta recipe of the year</title></item><item><title>#PastaRecipeOfTheYear</title></item><item><title>Yoga workout at home</title></item><item><title>Earthquake hits the coast</title></item></channel></rss>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_look_reads_every_source_ranks_and_chooses_and_a_bad_source_hides_no_other()
    {
        await using var host = new RawServer(call => call.AnswerAsync(200, call.Request.Path == "/robots.txt" ? "" : Feed));
        using var folder = new TemporaryFolder();
        await using var provider = Provider(
            [
                new("VideoGeneration:Trends:Sources:0:Address", new Uri(host.BaseUrl, "/feed").ToString()), new("VideoGeneration:Trends:Sources:0:AllowLoopback", "true"), new("VideoGeneration:Trends:Sources:0:Name", "news"),
                new("VideoGeneration:Trends:Sources:1:Kind", "Folder"), new("VideoGeneration:Trends:Sources:1:Path", folder.At("none.json")),
            ],
            new ChaosTrendSource(new PushSource("broken"), new ChaosProcess().At("trends.Read", ChaosEffect.Fail)));

        var findings = await provider.GetRequiredService<TrendScout>().LookAsync(top: 3, Token);

        Assert.Equal([("broken", "it failed with HttpRequestException"), ("news", null), ("none.json", "there is no such file or folder")], findings.Batches.Select(batch => (batch.Source, batch.Failure)));
        Assert.Equal(["food", "fitness"], findings.Chosen.Select(trend => trend.Theme).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(2, findings.Chosen.Single(trend => trend.Theme == "food").Mentions);
        Assert.Contains(findings.Ranking.LeftOut, left => left.Why == "it is about war, disaster or death");
    }

    [Fact]
    public async Task Fifty_languages_and_a_source_of_rubbish_do_not_end_the_look()
    {
        var push = new PushSource("app");
        foreach (var (title, i) in LabelledSet.AcrossLanguages().Select(pair => pair.Other).Concat(["", "🔥", "\0\uD800", new string('x', 100_000), "<b>&lt;i&gt;</b>"]).Select((title, i) => (title, i)))
        {
            push.Push(new TrendItem { Id = $"{i}", Source = "app", Title = title, SeenAt = Viral.Begin, PublishedAt = DateTimeOffset.MaxValue });
        }

        await using var provider = Provider([], push);

        Assert.Equal(3, (await provider.GetRequiredService<TrendScout>().LookAsync(top: 3, Token)).Chosen.Count);
    }

    [Fact]
    public async Task A_source_that_is_cancelled_cancels_the_look()
    {
        await using var provider = Provider([], new PushSource());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.GetRequiredService<TrendScout>().LookAsync(3, cancelled.Token));
    }

    [Theory]
    [InlineData("Sources:0:Address", "ftp://x", "Sources:0:Address: an absolute https address is needed")]
    [InlineData("Sources:0:Address", "http://example.com/feed", "Sources:0:Address: plain http is refused")]
    [InlineData("Sources:0:Kind", "Folder", "Sources:0:Path: a folder source needs one")]
    [InlineData("Sources:0:Kind", "Feed", "Sources:0:Address: an absolute https address is needed")]
    public void A_source_that_cannot_be_is_said_at_start_with_its_path(string key, string value, string expected)
    {
        using var provider = Provider([new("VideoGeneration:Trends:" + key, value)]);

        Assert.Contains(expected, Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TrendOptions>>().Value).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HalfLife", "00:00:00")]
    [InlineData("OldestItem", "-1.00:00:00")]
    [InlineData("Memory", "00:01:00")]
    [InlineData("EarnedDays", "0")]
    [InlineData("MostRanked", "0")]
    [InlineData("Weights:Velocity", "-1")]
    [InlineData("Weights:Fit", "NaN")]
    public void A_wrong_setting_of_the_intelligence_is_said_with_its_path(string key, string value)
    {
        using var provider = Provider([new("VideoGeneration:Trends:Viral:" + key, value)]);

        Assert.Contains($"VideoGeneration:Trends:Viral:{key.Split(':')[0]}", Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ViralOptions>>().Value).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(KeyValuePair<string, string?>[] settings, params ITrendSource[] sources)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Viral.Begin));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        foreach (var source in sources)
        {
            services.AddSingleton(source);
        }

        services.AddVideoGeneration().AddTrends();
        return services.BuildServiceProvider(validateScopes: true);
    }
}
