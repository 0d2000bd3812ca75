using VideoGen.Sdk.Trends.Intelligence;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Tests.Intelligence;

public sealed class DuplicateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20261127)]
    public void Near_duplicates_are_found_and_near_misses_kept_apart(int seed)
    {
        var pairs = LabelledSet.Make(each: 300, seed);
        var joined = pairs.Select(pair => (pair, IsJoined: AreOne(pair.One, pair.Other))).ToList();
        foreach (var origin in joined.GroupBy(each => each.pair.Origin))
        {
            output.WriteLine($"{origin.Key}: {origin.Count(each => each.IsJoined)} of {origin.Count()} joined, {(origin.First().pair.IsSame ? "all" : "none")} should be");
        }

        var right = joined.Count(each => each.IsJoined && each.pair.IsSame);
        var recall = (double)right / joined.Count(each => each.pair.IsSame);
        var precision = (double)right / joined.Count(each => each.IsJoined);
        output.WriteLine(FormattableString.Invariant($"recall {recall:F4}, precision {precision:F4}"));
        Assert.True(recall >= 0.95, $"recall {recall}");
        Assert.True(precision >= 0.95, $"precision {precision}");
    }

    [Fact]
    public void Pairs_across_languages_are_counted_apart()
    {
        var pairs = LabelledSet.AcrossLanguages();
        output.WriteLine($"across languages: {pairs.Count(pair => AreOne(pair.One, pair.Other))} of {pairs.Count} joined");
        Assert.All(pairs, pair => Assert.Equal(pair.Origin, LanguageGuess.Of(null, pair.Other)));
    }

    [Fact]
    public void One_trend_under_twenty_names_is_one_trend()
    {
        string[] names =
        [
            "Morning routine tips", "morning routine tips", "MORNING ROUTINE TIPS!!!", "Morning Routines Tips", "#MorningRoutineTips", "#morningroutinetips", "tips: morning routine", "Morning-routine tip", "“Morning routine” tips…", "The morning routine tips",
            "#morning #routine #tips", "morning   routine\ttips", "Mörning routine tips", "Ｍｏｒｎｉｎｇ routine tips", "Morning routine tips 🔥🔥", "Morning routine tips | BBC News", "Morning routine tips - CNN", "Routine tips, morning", "VIDEO: Morning routine tips", "Morning's routine tips",
        ];

        Assert.Single(DuplicateJoin.Join([.. names.Select(Item)]).Clusters);
    }

    [Theory]
    [InlineData("Team wins 3-1", "Team wins 1-3")]
    [InlineData("Team wins 3-1", "Team wins 31")]
    [InlineData("iPhone 17 review", "iPhone 18 review")]
    [InlineData("He did it", "He didn't do it")]
    [InlineData("东京街头美食", "大阪街头美食")]
    public void What_only_looks_alike_stays_apart(string one, string other) => Assert.False(AreOne(one, other));

    [Theory]
    [InlineData("20,000 steps a day", "20000 steps a day")]
    [InlineData("Café crème", "CAFE CREME")]
    [InlineData("东京街头美食", "东京街头美食！")]
    [InlineData("#iPhone18 camera", "iPhone 18 cameras")]
    public void What_only_looks_different_is_one(string one, string other) => Assert.True(AreOne(one, other));

    [Fact]
    public void The_order_of_the_items_does_not_matter()
    {
        var items = LabelledSet.Make(40, 7).SelectMany(pair => new[] { pair.One, pair.Other }).Select(Item).ToList();
        var random = new Random(3);

        Assert.Equal(Partition(items), Partition([.. items.OrderBy(_ => random.Next())]));
    }

    [Fact]
    public void Titles_of_emoji_only_are_left_out_with_a_reason()
    {
        var (clusters, leftOut) = DuplicateJoin.Join([Item("🔥🔥🔥"), Item("👩‍🍳"), Item("!!!"), Item("one")]);

        Assert.Single(clusters);
        Assert.All(leftOut, left => Assert.Equal("its title has no words", left.Why));
        Assert.Equal(3, leftOut.Count);
    }

    [Theory]
    [InlineData("Прогноз погоды на завтра", "ru")]
    [InlineData("Найкращі місця для їжі", "uk")]
    [InlineData("오늘의 날씨", "ko")]
    [InlineData("今日の天気", "ja")]
    [InlineData("天气预报", "zh")]
    [InlineData("طقس اليوم", "ar")]
    [InlineData("மழை இன்று", "ta")]
    [InlineData("สภาพอากาศวันนี้", "th")]
    [InlineData("Wie man ein Pferd malt und warum nicht", "de")]
    [InlineData("Las mejores recetas para el verano", "es")]
    [InlineData("Ojalá mañana", "es")]
    [InlineData("1234 !!!", "und")]
    public void Languages_are_known_by_script_or_small_words(string text, string expected) => Assert.Equal(expected, LanguageGuess.Of(null, text));

    private static List<string> Partition(List<TrendItem> items) =>
        [.. DuplicateJoin.Join(items).Clusters.Select(cluster => string.Join('\n', cluster.Members.Select(member => member.Item.Id).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    private static bool AreOne(string one, string other) => DuplicateJoin.Join([Item("a\n" + one), Item("b\n" + other)]).Clusters.Count == 1;

    // The id is the text before the line break, else the title: the same title twice from one source is one item.
    private static TrendItem Item(string title)
    {
        var parts = title.Split('\n');
        return new TrendItem { Id = title, Source = parts.Length > 1 ? parts[0] : "s", Title = parts[^1], SeenAt = DateTimeOffset.UnixEpoch };
    }
}
