namespace VideoGen.Sdk.Trends.Tests.Intelligence;

public sealed class SafetyTests
{
    [Theory]
    [InlineData("President signs new law", "politics")]
    [InlineData("#ElectionNight live", "politics")]
    [InlineData("Die Bundestag Debatte", "politics")]
    [InlineData("Выборы в городе", "politics")]
    [InlineData("Earthquake hits the coast", "disaster")]
    [InlineData("Three killed in crash", "disaster")]
    [InlineData("Anschlag in der Stadt", "disaster")]
    public async Task Politics_and_tragedy_are_off_by_default(string title, string expected)
    {
        var viral = new Viral();
        var ranking = await viral.RankAsync(viral.Item(title));

        Assert.Empty(ranking.Trends);
        Assert.Contains(expected, Assert.Single(ranking.LeftOut).Why, StringComparison.Ordinal);

        var allowing = new Viral(options => (options.AllowPolitics, options.AllowTragedy) = (true, true));
        Assert.Single((await allowing.RankAsync(allowing.Item(title))).Trends);
    }

    [Theory]
    [InlineData("Acme coffee machine", "acme")]
    [InlineData("My new ACMES!", "acme")]
    [InlineData("Best of #AcmeCoffee", "acme")]
    [InlineData("Kim Café opens", "kim cafe")]
    public async Task A_blocked_word_blocks_in_every_spelling(string title, string word)
    {
        var viral = new Viral(options => options.BlockedWords.Add(word));

        Assert.Equal($"it has the blocked word '{word}'", Assert.Single((await viral.RankAsync(viral.Item(title))).LeftOut).Why);
        Assert.Single((await viral.RankAsync(viral.Item("acmeology of kims"))).Trends);
    }

    [Fact]
    public async Task Text_and_hashtags_of_any_mention_are_looked_at()
    {
        var viral = new Viral(options => options.BlockedWords.Add("acme"));

        Assert.Empty((await viral.RankAsync(viral.Item("good coffee"), viral.Item("good coffee", "b") with { Text = "made by Acme" })).Trends);
        Assert.Empty((await viral.RankAsync(viral.Item("good coffee") with { Hashtags = ["acme"] })).Trends);
    }

    [Fact]
    public async Task Blocked_themes_and_other_languages_are_left_out()
    {
        var viral = new Viral(options =>
        {
            options.BlockedThemes.Add("Gaming");
            options.Languages.Add("en");
        });
        var ranking = await viral.RankAsync(viral.Item("Minecraft speedrun"), viral.Item("Las mejores recetas para el verano"), viral.Item("How to bake the bread"), viral.Item("Zzz qqq"));

        Assert.Equal(["How to bake the bread", "Zzz qqq"], ranking.Trends.Select(trend => trend.Caption).Order(StringComparer.Ordinal));
        Assert.Contains(ranking.LeftOut, left => left.Why == "its theme 'gaming' is blocked");
        Assert.Contains(ranking.LeftOut, left => left.Why == "its language 'es' is not one of the account's");
    }

    [Fact]
    public async Task Old_items_are_left_out_with_their_age()
    {
        var viral = new Viral();
        Assert.Contains("older than 7 days", Assert.Single((await viral.RankAsync(viral.Item("x y", hoursAgo: 200))).LeftOut).Why, StringComparison.Ordinal);
    }
}
