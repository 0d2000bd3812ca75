using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Trends.Intelligence;

namespace VideoGen.Sdk.Trends.Tests.Intelligence;

/// <summary>Each part of a score moves it the right way, alone.</summary>
public sealed class ScoreTests
{
    [Fact]
    public async Task A_score_is_the_weighted_mean_of_the_parts_that_it_lists()
    {
        var viral = new Viral();
        var trend = Assert.Single((await viral.RankAsync(viral.Item("Easy pasta recipe") with { Views = 5000, Likes = 400 }, viral.Item("easy pasta recipes", "b", 3))).Trends);

        Assert.Equal(["velocity", "acceleration", "engagement", "freshness", "agreement", "fit", "earned"], trend.Parts.Select(part => part.Name));
        Assert.All(trend.Parts, part => Assert.True(part.Value is >= 0 and <= 1 && part.Why.Length > 0, part.ToString()));
        Assert.Equal(trend.Parts.Sum(part => part.Value * part.Weight) / trend.Parts.Sum(part => part.Weight), trend.Score, 0.0002);
        Assert.Equal((2, 5000L, "food"), (trend.Mentions, trend.Views, trend.Theme));
        Assert.Equal(["a", "b"], trend.Sources);
    }

    [Fact]
    public async Task What_spreads_faster_is_newer_or_told_by_more_sources_scores_higher()
    {
        var viral = new Viral();
        Assert.True(await PartAsync(viral, "velocity", viral.Item("x y") with { Views = 100_000 }) > await PartAsync(viral, "velocity", viral.Item("x y") with { Views = 100 }));
        Assert.True(await PartAsync(viral, "freshness", viral.Item("x y", hoursAgo: 1)) > await PartAsync(viral, "freshness", viral.Item("x y", hoursAgo: 20)));
        Assert.True(await PartAsync(viral, "agreement", viral.Item("x y"), viral.Item("x y", "b")) > await PartAsync(viral, "agreement", viral.Item("x y"), viral.Item("X y")));
        Assert.True(await PartAsync(viral, "engagement", viral.Item("x y") with { Views = 100, Likes = 15 }) > await PartAsync(viral, "engagement", viral.Item("x y") with { Views = 100, Likes = 1 }));
    }

    [Fact]
    public async Task A_trend_that_gathers_pace_since_the_last_run_scores_higher_than_one_that_fades()
    {
        Assert.True(await SecondRunAsync(900_000) > 0.5);
        Assert.True(await SecondRunAsync(100_001) < 0.5);

        static async Task<double> SecondRunAsync(long views)
        {
            var viral = new Viral();
            await viral.RankAsync(viral.Item("x y", hoursAgo: 6) with { Views = 100_000 });
            viral.Clock.Advance(TimeSpan.FromHours(6));
            return await PartAsync(viral, "acceleration", viral.Item("x y", hoursAgo: 12) with { Views = views });
        }
    }

    [Fact]
    public async Task The_accounts_themes_fit_and_others_do_not()
    {
        var viral = new Viral(options => options.Themes.Add("Food"));

        Assert.Equal(1, await PartAsync(viral, "fit", viral.Item("pasta recipe")));
        Assert.Equal(0, await PartAsync(viral, "fit", viral.Item("football league")));
        Assert.Equal(1, await PartAsync(viral, "fit", viral.Item("a b c") with { Theme = "food" }));
    }

    [Fact]
    public async Task What_earlier_videos_of_a_theme_earned_counts()
    {
        var viral = new Viral();
        await EarnedAsync(viral, "food", likes: 200);
        await EarnedAsync(viral, "sports", likes: 10);

        Assert.True(await PartAsync(viral, "earned", viral.Item("pasta recipe")) > 0.6);
        Assert.True(await PartAsync(viral, "earned", viral.Item("football league")) < 0.2);
        Assert.Equal(0.5, await PartAsync(viral, "earned", viral.Item("yoga workout")));
    }

    [Fact]
    public async Task The_same_items_give_the_same_ranking_in_any_order()
    {
        var (one, other) = (new Viral(), new Viral());
        var items = LabelledSet.Make(30, 5).Select((pair, i) => one.Item(pair.Other, $"s{i % 4}", i % 50) with { Id = $"{i}", Views = i * 37 % 1000 }).ToList();
        var random = new Random(9);

        var first = await one.Intelligence.RankAsync(items, TestContext.Current.CancellationToken);
        var second = await other.Intelligence.RankAsync([.. items.OrderBy(_ => random.Next())], TestContext.Current.CancellationToken);

        Assert.Equal(Told(first), Told(second));
        static List<string> Told(TrendRanking ranking) => [.. ranking.Trends.Select(trend => $"{trend.Cluster} {trend.Score} {trend.Caption} {string.Join(';', trend.Parts)} {string.Join(',', trend.Hashtags)}")];
    }

    [Fact]
    public async Task A_trend_keeps_its_id_when_it_comes_back_under_another_spelling()
    {
        var viral = new Viral();
        var first = Assert.Single((await viral.RankAsync(viral.Item("Grandma Rosa cooks crunchy recipes at home"))).Trends);
        viral.Clock.Advance(TimeSpan.FromHours(6));

        var again = Assert.Single((await viral.RankAsync(viral.Item("Grandma Rosa cooks crunchy recipes at home tonight"))).Trends);

        Assert.Equal(first.Cluster, again.Cluster);
        Assert.Equal(first.Cluster, new Trend { Caption = "grandma rosa COOKS crunchy recipe at home" }.Cluster);
        Assert.True(again.FirstSeenAt < viral.Clock.GetUtcNow().AddHours(-6));
    }

    [Fact]
    public async Task What_was_not_seen_for_longer_than_the_memory_is_forgotten()
    {
        var viral = new Viral(options => options.Memory = TimeSpan.FromDays(2));
        await viral.RankAsync(viral.Item("alpha beta gamma"));
        viral.Clock.Advance(TimeSpan.FromDays(3));
        await viral.RankAsync(viral.Item("delta epsilon zeta"));

        Assert.Equal(Viral.Begin.AddDays(3).AddHours(-1), Assert.Single((await viral.RankAsync(viral.Item("delta epsilon zeta"))).Trends).FirstSeenAt);
        Assert.Equal(viral.Clock.GetUtcNow().AddHours(-1), Assert.Single((await viral.RankAsync(viral.Item("alpha beta gamma"))).Trends).FirstSeenAt);
    }

    [Fact]
    public async Task Two_trends_that_turn_out_to_be_one_keep_the_older_id_and_tell_the_other()
    {
        var viral = new Viral();
        var ranked = (await viral.RankAsync(viral.Item("alpha beta gamma", hoursAgo: 5), viral.Item("delta epsilon zeta", hoursAgo: 2))).Trends;
        var (older, younger) = (ranked.Single(trend => trend.Caption[0] == 'a'), ranked.Single(trend => trend.Caption[0] == 'd'));
        await viral.History.RememberAsync([new TrendSighting { Key = 1, Cluster = "x", FirstSeenAt = Viral.Begin, LastSeenAt = Viral.Begin }], TestContext.Current.CancellationToken);

        var joined = Assert.Single((await viral.RankAsync(viral.Item("Alpha beta gamma"), viral.Item("alpha beta gamma | delta epsilon zeta"), viral.Item("delta epsilon zeta | alpha beta gamma"), viral.Item("delta epsilon zeta"))).Trends);

        Assert.Equal(older.Cluster, joined.Cluster);
        Assert.Equal([younger.Cluster], joined.Aliases);
    }

    [Fact]
    public async Task The_chosen_differ_from_each_other()
    {
        var viral = new Viral();
        var ranking = await viral.RankAsync(
            viral.Item("Ten pasta recipes for summer") with { Views = 1_000_000 }, viral.Item("Pasta recipes for a cold summer") with { Views = 900_000 },
            viral.Item("Pizza oven from clay") with { Views = 800_000, Theme = "food" }, viral.Item("Football league table") with { Views = 700_000 });
        var choice = new TrendChoice(ranking.Trends);
        var chosen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            chosen.Add(choice.Next()!.Caption);
            choice.Take();
        }

        Assert.Equal(["Ten pasta recipes for summer", "Football league table", "Pizza oven from clay"], chosen);
        Assert.Contains("too much like", Assert.Single(choice.PassedOver).Why, StringComparison.Ordinal);
    }

    private static async Task<double> PartAsync(Viral viral, string part, params TrendItem[] items) =>
        Assert.Single((await viral.RankAsync(items)).Trends).Parts.Single(each => each.Name == part).Value;

    private static Task<bool> EarnedAsync(Viral viral, string theme, long likes) => viral.Engagements.SaveAsync(new EngagementRecord
    {
        JobId = theme,
        Platform = "instagram/reels",
        MadeAt = Viral.Begin.AddDays(-3),
        MeasuredAt = Viral.Begin,
        Provider = "local",
        Tags = ["theme:" + theme],
        Counts = new EngagementCounts { Views = 1000, Likes = likes },
    });
}
