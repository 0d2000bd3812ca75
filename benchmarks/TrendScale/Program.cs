using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrendScale;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Trends;

// Usage: TrendScale [memory|sqlite]. Prints one line a measurement; the peak is that of the whole process.
var store = args.FirstOrDefault() ?? "memory";
var folder = Directory.CreateTempSubdirectory("trend-scale-");
try
{
    var services = new ServiceCollection().AddLogging();
    var builder = services.AddVideoGeneration();
    if (store == "sqlite")
    {
        builder.UseSqlite(Path.Combine(folder.FullName, "trends.db"));
    }

    await using var provider = services.BuildServiceProvider();
    var clock = new StandingClock(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    var history = store == "sqlite" ? provider.GetRequiredService<ITrendHistory>() : new InMemoryTrendHistory(clock);
    var options = provider.GetRequiredService<IOptionsMonitor<ViralOptions>>();
    var viral = new ViralIntelligence(history, new InMemoryEngagementStore(), options, clock);
    await viral.RankAsync(Items.Make(1000, seed: 0, clock.Now));

    if (args.Contains("one"))
    {
        var many = Items.Make(100_000, seed: 1, clock.Now);
        var before = Process.GetCurrentProcess().WorkingSet64 >> 20;
        await MeasureAsync("100,000 items joined and scored", () => new ViralIntelligence(new InMemoryTrendHistory(clock), new InMemoryEngagementStore(), options, clock).RankAsync(many));
        Console.WriteLine($"items themselves and runtime before: {before} MiB");
        return;
    }

    for (var i = 0; i < 50; i++)
    {
        await history.RememberAsync([.. Enumerable.Range(i * 20_000, 20_000).Select(n => new TrendSighting { Key = (n + 1L) * 0x1E3779B97F4A7C15, Cluster = $"{n:x16}", FirstSeenAt = clock.Now.AddDays(-5), LastSeenAt = clock.Now.AddDays(-4) })]);
    }

    for (var seed = 2; seed < 5; seed++)
    {
        var fresh = Items.Make(10_000, seed, clock.Now);
        await MeasureAsync($"10,000 new items, {store} history of 1,000,000", () => viral.RankAsync(fresh));
    }
}
finally
{
    folder.Delete(recursive: true);
}

static async Task MeasureAsync(string name, Func<Task<TrendRanking>> run)
{
    var (begin, worked) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
    var ranking = await run();
    var took = Stopwatch.GetElapsedTime(begin);
    Console.WriteLine($"{name}: {took.TotalMilliseconds:F0} ms, {(Process.GetCurrentProcess().TotalProcessorTime - worked).TotalMilliseconds:F0} ms of processor, {ranking.Found} trends, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
}
