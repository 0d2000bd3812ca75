using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Trends.Tests.Sources;

/// <summary>What a good guest does, and what a careful one does not.</summary>
public sealed class CourtesyTests
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>t</title><link>https://e.com</link><description>d</description><item><title>One</title></item></channel></rss>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unchanged_feed_is_asked_for_conditionally_and_keeps_its_items()
    {
        var clock = Net.Clock();
        await using var host = new RawServer(call => call.Request.Headers.ContainsKey("If-None-Match")
            ? call.AnswerAsync(304)
            : call.AnswerAsync(200, Feed, "ETag: \"a1\"", "Last-Modified: Fri, 27 Nov 2026 10:00:00 GMT"));
        using var source = Net.Feed(host.BaseUrl, clock);

        await source.ReadAsync(Token);
        clock.Advance(TimeSpan.FromHours(6));
        var again = await source.ReadAsync(Token);

        Assert.True(again is { IsUnchanged: true, Items.Count: 1 });
        var asked = host.Requests.Last();
        Assert.Equal(("\"a1\"", "Fri, 27 Nov 2026 10:00:00 GMT"), (asked.Headers["If-None-Match"], asked.Headers["If-Modified-Since"]));
    }

    [Fact]
    public async Task A_bad_answer_is_not_asked_for_conditionally_again()
    {
        var clock = Net.Clock();
        await using var host = new RawServer(call => call.AnswerAsync(200, "<html/>", "ETag: \"bad\""));
        using var source = Net.Feed(host.BaseUrl, clock);

        await source.ReadAsync(Token);
        clock.Advance(TimeSpan.FromHours(1));
        await source.ReadAsync(Token);

        Assert.False(host.Requests.Last().Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task The_address_is_not_asked_twice_within_the_shortest_interval()
    {
        var clock = Net.Clock();
        await using var host = RawServer.Answering((200, Feed));
        using var source = Net.Feed(host.BaseUrl, clock);

        await source.ReadAsync(Token);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Single((await source.ReadAsync(Token)).Items);
        Assert.Single(host.Requests);
        clock.Advance(TimeSpan.FromSeconds(1));
        await source.ReadAsync(Token);
        Assert.Equal(2, host.Requests.Count);
    }

    [Fact]
    public async Task A_stated_wait_is_waited_for()
    {
        var clock = Net.Clock();
        await using var host = new RawServer(call => call.AnswerAsync(429, "", "Retry-After: 7200"));
        using var source = Net.Feed(host.BaseUrl, clock);

        Assert.Contains("429", (await source.ReadAsync(Token)).Failure, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromHours(1.9));
        Assert.Contains("429", (await source.ReadAsync(Token)).Failure, StringComparison.Ordinal);
        Assert.Single(host.Requests);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /feeds", "/feeds/a", true)]
    [InlineData("User-agent: *\nDisallow: /feeds\nAllow: /feeds/a", "/feeds/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: videogen.sdk\nDisallow: /private", "/feeds/a", false)]
    [InlineData("User-agent: other\nUser-agent: VideoGen.Sdk\nDisallow: /*.xml$", "/feeds/a.xml", true)]
    [InlineData("User-agent: other\nDisallow: /", "/feeds/a.xml", false)]
    [InlineData("User-agent: *\nDisallow:", "/feeds/a.xml", false)]
    public async Task Robots_rules_are_obeyed(string robots, string path, bool isForbidden)
    {
        await using var host = new RawServer(call => call.AnswerAsync(200, call.Request.Path == "/robots.txt" ? robots : Feed));
        using var source = Net.Feed(new Uri(host.BaseUrl, path), Net.Clock(), Net.Loopback with { ObeysRobots = true });

        var batch = await source.ReadAsync(Token);

        Assert.Equal(isForbidden ? "the host's robots.txt forbids it" : null, batch.Failure);
        Assert.Equal(isForbidden ? 1 : 2, host.Requests.Count);
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_it_was_allowed_and_a_redirect_into_the_house_always()
    {
        await using var house = RawServer.Answering((200, Feed));
        await using var outside = new RawServer(call => call.AnswerAsync(302, "", $"Location: {house.BaseUrl}"));

        using var refused = Net.Feed(house.BaseUrl, Net.Clock(), Net.Loopback with { AllowLoopback = false });
        Assert.Contains("not a public https one", (await refused.ReadAsync(Token)).Failure, StringComparison.Ordinal);
        using var redirected = Net.Feed(outside.BaseUrl, Net.Clock(), Net.Loopback with { AllowLoopback = false, AllowPrivateAddress = true });
        Assert.Contains("not a public https one", (await redirected.ReadAsync(Token)).Failure, StringComparison.Ordinal);
        Assert.Empty(house.Requests);

        using var allowed = Net.Feed(house.BaseUrl, Net.Clock(), Net.Loopback with { AllowLoopback = false, AllowPrivateAddress = true });
        Assert.Single((await allowed.ReadAsync(Token)).Items);
    }

    [Fact]
    public async Task A_redirect_is_followed_but_not_for_ever()
    {
        await using var host = new RawServer(call => call.Request.Path == "/old" ? call.AnswerAsync(301, "", "Location: /new") : call.Request.Path == "/new" ? call.AnswerAsync(200, Feed) : call.AnswerAsync(302, "", "Location: /loop"));

        using var moved = Net.Feed(new Uri(host.BaseUrl, "/old"), Net.Clock());
        Assert.Single((await moved.ReadAsync(Token)).Items);
        using var loop = Net.Feed(new Uri(host.BaseUrl, "/loop"), Net.Clock());
        Assert.Contains("more than five times", (await loop.ReadAsync(Token)).Failure, StringComparison.Ordinal);
    }
}
