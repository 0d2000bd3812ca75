using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.Trends.Tests.Intelligence;

/// <summary>Viral intelligence over stores in memory and a clock that stands still.</summary>
internal sealed class Viral
{
    public static DateTimeOffset Begin { get; } = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    public Viral(Action<ViralOptions>? configure = null)
    {
        var options = new ServiceCollection().Configure(configure ?? (_ => { })).BuildServiceProvider().GetRequiredService<IOptionsMonitor<ViralOptions>>();
        Clock = new FakeTimeProvider(Begin);
        History = new InMemoryTrendHistory(Clock);
        Intelligence = new ViralIntelligence(History, Engagements, options, Clock);
    }

    public FakeTimeProvider Clock { get; }

    public InMemoryTrendHistory History { get; }

    public InMemoryEngagementStore Engagements { get; } = new();

    public ViralIntelligence Intelligence { get; }

    public Task<TrendRanking> RankAsync(params TrendItem[] items) => Intelligence.RankAsync(items, TestContext.Current.CancellationToken);

    public TrendItem Item(string title, string source = "a", double hoursAgo = 1) => new()
    {
        Id = title,
        Source = source,
        Title = title,
        PublishedAt = Clock.GetUtcNow().AddHours(-hoursAgo),
        SeenAt = Clock.GetUtcNow(),
    };
}
