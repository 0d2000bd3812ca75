using System.Text;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Trends.Tests.Sources;

public sealed class FeedSourceTests
{
    private const string Rss = """
        <rss version="2.0" xmlns:ht="https://trends.google.com/trending/rss"><channel><title>t</title><link>https://example.com</link><description>d</description><language>en-US</language>
        <item><guid>1</guid><title>Morning &lt;b&gt;routines&lt;/b&gt; &amp;amp; coffee</title><link>https://example.com/1</link><pubDate>Fri, 27 Nov 2026 10:00:00 GMT</pubDate><category>lifestyle</category><ht:approx_traffic>20,000+</ht:approx_traffic></item>
        <item><guid>2</guid><title>Second</title><pubDate>the day before yesterday</pubDate></item>
        <item><guid>3</guid><title>Third</title><ht:approx_traffic><b>many</b></ht:approx_traffic><pubDate>Fri, 27 Nov 2099 10:00:00 GMT</pubDate></item>
        <item><guid>4</guid></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>urn:t</id><updated>2026-11-27T10:00:00Z</updated>
        <entry><id>urn:1</id><title>Cats on skateboards</title><updated>2026-11-27T09:30:00Z</updated><summary type="html">&lt;script&gt;alert(1)&lt;/script&gt;They roll</summary></entry></feed>
        """;

    private const string Bomb = """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <rss version="2.0"><channel><title>&c;</title></channel></rss>
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_becomes_items_and_bad_ones_are_left_out_with_a_reason()
    {
        await using var host = RawServer.Answering((200, Rss));
        using var source = Net.Feed(host.BaseUrl, Net.Clock());

        var batch = await source.ReadAsync(Token);

        Assert.True(batch.IsRead, batch.Failure);
        Assert.Equal(["Morning routines & coffee", "Second", "Third"], batch.Items.Select(item => item.Title));
        var first = batch.Items[0];
        Assert.Equal(("1", "feed", "en-US", 20_000L), (first.Id, first.Source, first.Language, first.Views));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero), first.PublishedAt);
        Assert.Equal(["lifestyle"], first.Hashtags);
        Assert.All(batch.Items.Skip(1), item => Assert.Null(item.PublishedAt));
        Assert.Equal(["only its date: it cannot be read", "only its date: it lies in the future", "it has neither title nor text"], batch.LeftOut.Select(left => left.Why));
    }

    [Fact]
    public async Task Atom_is_read_and_scripts_are_no_text()
    {
        await using var host = RawServer.Answering((200, Atom));
        using var source = Net.Feed(host.BaseUrl, Net.Clock());

        var item = Assert.Single((await source.ReadAsync(Token)).Items);

        Assert.Equal(("Cats on skateboards", "They roll"), (item.Title, item.Text));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 9, 30, 0, TimeSpan.Zero), item.PublishedAt);
    }

    [Theory]
    [InlineData(Bomb, "it holds a DTD")]
    [InlineData("<rss version=\"2.0\"><channel><item>", "no well-formed feed")]
    [InlineData("<html><body>hello</body></html>", "neither RSS 2.0 nor Atom 1.0")]
    [InlineData("", "it is empty")]
    public async Task What_is_no_honest_feed_is_a_reason_and_no_exception(string body, string expected)
    {
        await using var host = RawServer.Answering((200, body));
        using var source = Net.Feed(host.BaseUrl, Net.Clock());

        var batch = await source.ReadAsync(Token);

        Assert.Empty(batch.Items);
        Assert.Contains(expected, batch.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_of_500_MB_is_not_read()
    {
        await using var host = new RawServer(call => call.WriteAsync("HTTP/1.1 200 X\r\nContent-Length: 524288000\r\n\r\n<rss"));
        using var source = Net.Feed(host.BaseUrl, Net.Clock());

        Assert.Contains("8388608", (await source.ReadAsync(Token)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_hides_its_length_is_cut_off_at_the_limit()
    {
        var chunk = new string('x', 4096);
        await using var host = new RawServer(async call =>
        {
            await call.WriteAsync("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var i = 0; i < 10_000; i++)
            {
                await call.WriteAsync($"1000\r\n{chunk}\r\n");
            }
        });
        using var source = Net.Feed(host.BaseUrl, Net.Clock(), Net.Loopback with { MaxBytes = 64 * 1024 });

        Assert.Contains("65536", (await source.ReadAsync(Token)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_down_says_so_and_comes_back()
    {
        var (isUp, clock) = (false, Net.Clock());
        await using var host = new RawServer(call => isUp ? call.AnswerAsync(200, Rss) : call.AnswerAsync(404));
        using var source = Net.Feed(host.BaseUrl, clock);

        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Equal("the host answered 404", (await source.ReadAsync(Token)).Failure);
            clock.Advance(TimeSpan.FromHours(1));
        }

        isUp = true;
        Assert.Equal(3, (await source.ReadAsync(Token)).Items.Count);
    }

    [Fact]
    public async Task The_items_of_a_reading_are_limited_and_the_rest_is_said()
    {
        await using var host = RawServer.Answering((200, Rss));
        using var source = Net.Feed(host.BaseUrl, Net.Clock(), Net.Loopback with { MaxItems = 1 });

        var batch = await source.ReadAsync(Token);

        Assert.Single(batch.Items);
        Assert.Contains(batch.LeftOut, left => left.Item == "3 more items");
    }

    [Fact]
    public async Task A_feed_in_another_encoding_keeps_its_letters()
    {
        var latin = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss version=\"2.0\"><channel><title>t</title><link>https://e.com</link><description>d</description><item><title>Käse für Jérôme</title></item></channel></rss>");
        await using var host = new RawServer(call => call.AnswerAsync(200, latin));
        using var source = Net.Feed(host.BaseUrl, Net.Clock());

        Assert.Equal("Käse für Jérôme", Assert.Single((await source.ReadAsync(Token)).Items).Title);
    }
}
