using System.Net;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class FileFaultTests
{
    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_truncated_file_breaks_off_and_is_whole_the_next_time(string name)
    {
        await using var caller = await Caller.StartAsync();
        var (vendor, id) = await FinishedAsync(caller, name, "truncated");

        using (var broken = await vendor.FetchAsync(caller, id))
        {
            Assert.Equal(HttpStatusCode.OK, broken.StatusCode);
            await Assert.ThrowsAnyAsync<Exception>(() => broken.Content.CopyToAsync(new MemoryStream(), TestContext.Current.CancellationToken));
        }

        using var whole = await vendor.FetchAsync(caller, id);
        Assert.Equal(whole.Content.Headers.ContentLength, (await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task A_truncated_file_is_no_fault_in_the_log_of_the_server()
    {
        using var log = new FaultLog();
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromSeconds(0.1), LoggerFactory = log });
        var (vendor, id) = await FinishedAsync(caller, "kling", "truncated");
        using var broken = await vendor.FetchAsync(caller, id);
        using var half = new MemoryStream();

        await Assert.ThrowsAnyAsync<Exception>(() => broken.Content.CopyToAsync(half, TestContext.Current.CancellationToken));

        Assert.Equal(broken.Content.Headers.ContentLength / 2, half.Length);
        Assert.Empty(log.Lines);
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task An_endless_file_goes_on_past_any_clip(string name)
    {
        await using var caller = await Caller.StartAsync();
        var (vendor, id) = await FinishedAsync(caller, name, "endless");

        using var endless = await vendor.FetchAsync(caller, id);
        await using var body = await endless.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[65536];
        long read = 0;
        while (read < 5_000_000)
        {
            var part = await body.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, part);
            read += part;
        }

        Assert.Null(endless.Content.Headers.ContentLength);
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_page_of_HTML_can_stand_in_for_the_file(string name)
    {
        await using var caller = await Caller.StartAsync();
        var (vendor, id) = await FinishedAsync(caller, name, "wrong-type");

        using var page = await vendor.FetchAsync(caller, id);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task An_expired_link_is_mended_by_asking_again(string name)
    {
        await using var caller = await Caller.StartAsync();
        var (vendor, id) = await FinishedAsync(caller, name, "expired-link");

        using var expired = await vendor.FetchAsync(caller, id);
        using var fresh = await vendor.FetchAsync(caller, id);

        Assert.Equal(vendor.Link is null ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, expired.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("status")]
    public async Task A_link_can_be_dead_when_it_is_handed_out(string operation)
    {
        await using var caller = await Caller.StartAsync();
        await caller.FaultAsync($$"""{"vendor":"kling","operation":"{{operation}}","when":{"next":1},"fault":"expired-link"}""");
        var vendor = Vendor.Of("kling");
        var id = await vendor.SubmitAsync(caller);
        var link = vendor.Link!(await vendor.EndAsync(caller, id))!;

        using var dead = await caller.SendAsync("GET", link);
        using var fresh = await vendor.FetchAsync(caller, id);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (dead.StatusCode, fresh.StatusCode));
    }

    [Fact]
    public async Task A_file_of_a_vendor_that_wants_no_key_refuses_one()
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of("heygen");
        var id = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, id);

        using var leaked = await caller.SendAsync("GET", (await vendor.LinkAsync(caller, id))!, null, "X-Api-Key: k");

        Assert.Equal(HttpStatusCode.BadRequest, leaked.StatusCode);
    }

    private static async Task<(Vendor Vendor, string Id)> FinishedAsync(Caller caller, string name, string fault)
    {
        var vendor = Vendor.Of(name);
        var id = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, id);
        await caller.FaultAsync($$"""{"vendor":"{{name}}","operation":"download","when":{"next":1},"fault":"{{fault}}"}""");
        return (vendor, id);
    }
}
