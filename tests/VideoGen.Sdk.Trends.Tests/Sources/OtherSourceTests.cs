using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

public sealed class OtherSourceTests
{
    private const string Key = "AIzaSecretOfTheTest";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_is_read_by_its_mapping()
    {
        const string Body = """
            {"data":{"list":[
              {"key":7,"text":{"en":"Amazing lifestyle tips"},"stats":{"v":"1200","l":30},"tags":"lifestyle, motivation","when":1795773600},
              {"key":8,"stats":{}},
              {"key":9,"text":{"en":"No date"},"when":"some day","stats":{"v":-3}}]}}
            """;
        await using var host = RawServer.Answering((200, Body));
        var mapping = new JsonMapping { Items = "data.list", Id = "key", Title = "text.en", Views = "stats.v", Likes = "stats.l", Hashtags = "tags", PublishedAt = "when" };
        using var source = new JsonSource(Net.Factory(), "api", host.BaseUrl, mapping, Net.Loopback, Net.Clock());

        var batch = await source.ReadAsync(Token);

        Assert.Equal(2, batch.Items.Count);
        var item = batch.Items[0];
        Assert.Equal(("7", "Amazing lifestyle tips", 1200L, 30L), (item.Id, item.Title, item.Views, item.Likes));
        Assert.Equal(["lifestyle", "motivation"], item.Hashtags);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795773600), item.PublishedAt);
        Assert.Null(batch.Items[1].Views);
        Assert.Equal([("8", "it has no text at 'text.en'"), ("No date", "only its date: it cannot be read")], batch.LeftOut.Select(left => (left.Item, left.Why)));
    }

    [Fact]
    public async Task Half_a_character_costs_its_item_and_no_other()
    {
        await using var host = RawServer.Answering((200, """{"items":[{"title":"\ud800"},{"title":"Good","hashtags":["\udc00","fine"]},{"title":{"a":1}},7,null]}"""));
        using var source = new JsonSource(Net.Factory(), "api", host.BaseUrl, null, Net.Loopback, Net.Clock());

        var batch = await source.ReadAsync(Token);

        Assert.Equal(["fine"], Assert.Single(batch.Items).Hashtags);
        Assert.Equal(4, batch.LeftOut.Count);
    }

    [Theory]
    [InlineData("[1,", "it is no JSON")]
    [InlineData("{\"items\":{}}", "it has no list at 'items'")]
    [InlineData("null", "it has no list at 'items'")]
    public async Task What_is_no_such_json_is_a_reason(string body, string expected)
    {
        await using var host = RawServer.Answering((200, body));
        using var source = new JsonSource(Net.Factory(), "api", host.BaseUrl, null, Net.Loopback, Net.Clock());

        Assert.StartsWith(expected, (await source.ReadAsync(Token)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task YouTubes_most_popular_are_read_and_the_key_stays_out_of_the_address()
    {
        const string Body = """{"items":[{"id":"abc","snippet":{"title":"Slow &amp; steady","publishedAt":"2026-11-27T08:00:00Z","categoryId":"26","tags":["calm"]},"statistics":{"viewCount":"1000000","likeCount":"50000","commentCount":"7"}}]}""";
        await using var host = RawServer.Answering((200, Body));
        var source = new YouTubeSource(Net.Factory(), () => Key, "de", Net.Clock(), host.BaseUrl);

        var item = Assert.Single((await source.ReadAsync(Token)).Items);

        Assert.Equal(("youtube/DE", "Slow & steady", "lifestyle", 1_000_000L), (item.Source, item.Title, item.Theme, item.Views));
        var asked = Assert.Single(host.Requests);
        Assert.Equal(Key, asked.Headers["X-Goog-Api-Key"]);
        Assert.DoesNotContain(Key, asked.Path, StringComparison.Ordinal);
        Assert.Contains("regionCode=DE", asked.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_or_missing_key_is_a_reason_that_does_not_tell_it()
    {
        await using var host = RawServer.Answering((403, $"{{\"error\":\"API key not valid: {Key}\"}}"));

        var refused = await new YouTubeSource(Net.Factory(), () => Key, "US", Net.Clock(), host.BaseUrl).ReadAsync(Token);
        var missing = await new YouTubeSource(Net.Factory(), () => null, "US", Net.Clock(), host.BaseUrl).ReadAsync(Token);

        Assert.Contains("refused the key", refused.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refused.Failure, StringComparison.Ordinal);
        Assert.Contains("YOUTUBE_API_KEY", missing.Failure, StringComparison.Ordinal);
        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task A_folder_is_read_anew_when_a_file_changes_and_a_bad_file_hides_no_other()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("a.json"), """{"items":[{"title":"One"}]}""", Token);
        await File.WriteAllTextAsync(folder.At("b.xml"), "<nothing", Token);
        await File.WriteAllTextAsync(folder.At("c.txt"), "no feed", Token);
        var source = new FolderSource("folder", folder.Path, null, null, Net.Clock());

        var first = await source.ReadAsync(Token);
        Assert.Equal("One", Assert.Single(first.Items).Title);
        Assert.Equal("b.xml", Assert.Single(first.LeftOut).Item);
        Assert.True((await source.ReadAsync(Token)).IsUnchanged);

        await File.WriteAllTextAsync(folder.At("a.json"), """{"items":[{"title":"One"},{"title":"Two"}]}""", Token);
        var changed = await source.ReadAsync(Token);
        Assert.False(changed.IsUnchanged);
        Assert.Equal(2, changed.Items.Count);
    }

    [Fact]
    public async Task A_missing_or_too_large_file_is_a_reason()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("big.json"), new string(' ', 5000), Token);

        Assert.Equal("there is no such file or folder", (await new FolderSource("f", folder.At("none.xml")).ReadAsync(Token)).Failure);
        Assert.Contains("at most 1024", (await new FolderSource("f", folder.At("big.json"), null, new SourceTerms { MaxBytes = 1024 }).ReadAsync(Token)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pushed_items_wait_for_one_reading_and_never_beyond_the_capacity()
    {
        var source = new PushSource("app", capacity: 2);
        var item = new TrendItem { Id = "1", Source = "x", Title = "t", SeenAt = Net.Begin };

        Assert.True(source.Push(item) && source.Push(item with { Id = "2" }));
        Assert.False(source.Push(item with { Id = "3" }));
        Assert.Equal(["1", "2"], (await source.ReadAsync(Token)).Items.Select(each => each.Id));
        Assert.Empty((await source.ReadAsync(Token)).Items);
    }
}
