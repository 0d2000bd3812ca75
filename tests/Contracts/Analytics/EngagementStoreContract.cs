using CsCheck;
using VideoGen.Sdk.Analytics;
using Xunit;

namespace VideoGen.Sdk.Contracts.Analytics;

/// <summary>What every <see cref="IEngagementStore"/> must do. Derive it, make an empty store in <see cref="CreateAsync"/>, and all of it is asked of yours.</summary>
public abstract class EngagementStoreContract
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<EngagementRecord> Any = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 100], Gen.Int[0, 3], Gen.Long[0, 1_000_000_000_000], (job, platform, minute, tags, count) => Of($"job{job}") with
    {
        Platform = platform switch { 0 => "instagram/reels", 1 => "tiktok/video", _ => "Ö'; --" },
        MeasuredAt = Begin.AddMinutes(minute),
        MadeAt = Begin.AddHours(job),
        Provider = job % 2 == 0 ? "kling" : "pika",
        Tags = tags switch { 0 => [], 1 => ["style:noir"], 2 => ["style:noir", "trend:cats"], _ => ["x", "x"] },
        Counts = new EngagementCounts { Views = count, Likes = count / 2, Comments = count / 3, Shares = count / 5, Follows = count / 7, Clicks = count / 11, Sales = count / 13 },
    });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>How many generated sequences are played; a store with a disk under it takes fewer.</summary>
    protected virtual long Runs => 200;

    /// <summary>Makes an empty store. Called several times by one test.</summary>
    protected abstract Task<IEngagementStore> CreateAsync();

    [Fact]
    public async Task A_record_comes_back_as_it_was_kept()
    {
        var store = await CreateAsync();
        var record = Of("a") with { Tags = ["style:noir", "trend:cats & \"dogs\""], Counts = new EngagementCounts { Views = long.MaxValue / 4, Likes = 1, Comments = 2, Shares = 3, Follows = 4, Clicks = 5, Sales = 6 } };

        Assert.True(await store.SaveAsync(record, Token));
        var kept = Assert.Single(await store.FindAsync("a", Token));

        Assert.Equal(record with { Tags = kept.Tags }, kept);
        Assert.Equal(record.Tags, kept.Tags);
        Assert.Empty(await store.FindAsync("b", Token));
    }

    [Fact]
    public async Task The_latest_measurement_stays_whatever_the_order()
    {
        var store = await CreateAsync();
        var late = Of("a") with { MeasuredAt = Begin.AddHours(2), Counts = new EngagementCounts { Views = 20 } };

        Assert.True(await store.SaveAsync(late, Token));
        Assert.False(await store.SaveAsync(late with { MeasuredAt = Begin, Counts = new EngagementCounts { Views = 5 } }, Token));
        Assert.Equal(20, Assert.Single(await store.FindAsync("a", Token)).Counts.Views);

        Assert.True(await store.SaveAsync(late with { Counts = new EngagementCounts { Views = 21 } }, Token));
        Assert.Equal(21, Assert.Single(await store.FindAsync("a", Token)).Counts.Views);
    }

    [Fact]
    public async Task Each_platform_has_a_record_of_its_own()
    {
        var store = await CreateAsync();
        foreach (var platform in new[] { "tiktok/video", "instagram/reels", "Zeta" })
        {
            await store.SaveAsync(Of("a") with { Platform = platform }, Token);
        }

        Assert.Equal(["Zeta", "instagram/reels", "tiktok/video"], (await store.FindAsync("a", Token)).Select(record => record.Platform));
    }

    [Fact]
    public async Task The_stretch_is_half_open_by_the_making_of_the_video()
    {
        var store = await CreateAsync();
        await store.SaveAsync(Of("a") with { MadeAt = Begin, Counts = new EngagementCounts { Views = 1 } }, Token);
        await store.SaveAsync(Of("b") with { MadeAt = Begin.AddHours(1), Counts = new EngagementCounts { Views = 10 } }, Token);

        Assert.Equal(1, (await store.SummariseAsync(Begin, Begin.AddHours(1), Token)).Counts.Views);
        Assert.Equal(11, (await store.SummariseAsync(Begin.ToOffset(TimeSpan.FromHours(9)), Begin.AddHours(2), Token)).Counts.Views);
        Assert.Equal(0, (await store.SummariseAsync(Begin.AddHours(2), Begin.AddHours(3), Token)).Videos);
    }

    [Fact]
    public Task Any_summary_equals_a_plain_fold() => Gen.Select(Any.Array[0, 20], Gen.Int[-1, 6], Gen.Int[0, 7], (records, from, hours) => (records, from, hours))
        .SampleAsync(each => SummariseAsync(each.records, Begin.AddHours(each.from), Begin.AddHours(each.from + each.hours)), iter: Runs, threads: 1);

    private async Task SummariseAsync(EngagementRecord[] records, DateTimeOffset from, DateTimeOffset until)
    {
        var store = await CreateAsync();
        var kept = new Dictionary<(string, string), EngagementRecord>();
        foreach (var record in records)
        {
            var isLatest = !kept.TryGetValue((record.JobId, record.Platform), out var known) || known.MeasuredAt <= record.MeasuredAt;
            Assert.Equal(isLatest, await store.SaveAsync(record, Token));
            kept[(record.JobId, record.Platform)] = isLatest ? record : known!;
        }

        var within = kept.Values.Where(record => record.MadeAt >= from && record.MadeAt < until).ToList();
        var summary = await store.SummariseAsync(from, until, Token);
        Assert.Equal(within.Count, summary.Videos);
        Assert.Equal(Sum(within), summary.Counts);
        Assert.Equal(Groups(within, record => [record.Provider]), summary.ByProvider);
        Assert.Equal(Groups(within, record => [record.Platform]), summary.ByPlatform);
        Assert.Equal(Groups(within, record => record.Tags.Distinct()), summary.ByTag);
    }

    private static List<EngagementGroup> Groups(IEnumerable<EngagementRecord> records, Func<EngagementRecord, IEnumerable<string>> names) =>
    [
        .. records.SelectMany(record => names(record).Select(name => (name, record))).GroupBy(pair => pair.name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new EngagementGroup(group.Key, group.Count(), Sum(group.Select(pair => pair.record)))),
    ];

    private static EngagementCounts Sum(IEnumerable<EngagementRecord> records) => records.Aggregate(new EngagementCounts(), (sum, record) => sum.Plus(record.Counts));

    private static EngagementRecord Of(string job) => new()
    {
        JobId = job,
        Platform = "instagram/reels",
        MeasuredAt = Begin.AddDays(1),
        MadeAt = Begin,
        Provider = "kling",
        Counts = new EngagementCounts { Views = 1000, Likes = 50 },
    };
}
