using System.Net;
using System.Text;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class EveryVendorTests
{
    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_task_ends_with_a_file_and_one_charge(string name)
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of(name);
        var id = await vendor.SubmitAsync(caller);

        Assert.Equal(vendor.Done, vendor.State(await vendor.EndAsync(caller, id)));
        using var file = await vendor.FetchAsync(caller, id);
        var charge = Assert.Single(caller.Sandbox.Charges);

        Assert.Equal("video/mp4", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ftyp", Encoding.ASCII.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), 4, 4));
        Assert.Equal((name, id, vendor.Usd), (charge.Vendor, charge.RemoteId, charge.AmountUsd));
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_task_nobody_polls_is_charged_too(string name)
    {
        await using var caller = await Caller.StartAsync();
        await Vendor.Of(name).SubmitAsync(caller);

        await Caller.UntilAsync(() => caller.Sandbox.Charges.Count == 1);
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task Without_a_key_nothing_is_accepted(string name)
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of(name);

        var (status, _, _) = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, "X-Runway-Version: 2024-11-06");

        Assert.Equal(401, status);
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_key_that_is_not_configured_is_refused(string name)
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { ApiKeys = new HashSet<string> { "right" } });
        var vendor = Vendor.Of(name);

        var wrong = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body, vendor.Headers);
        var right = await caller.CallAsync("POST", vendor.SubmitPath, vendor.Body,
            [.. vendor.Headers.Select(header => header.Replace(" k", " right", StringComparison.Ordinal))]);

        Assert.Equal(401, wrong.Status);
        Assert.True(right.Status < 300, right.Body.ToJsonString());
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task A_body_that_is_not_JSON_is_refused(string name)
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of(name);

        var (status, _, _) = await caller.CallAsync("POST", vendor.SubmitPath, "{", vendor.Headers);

        Assert.InRange(status, 400, 422);
    }

    [Theory, MemberData(nameof(Vendor.Names), MemberType = typeof(Vendor))]
    public async Task Every_read_of_a_finished_task_hands_out_a_link_that_works(string name)
    {
        await using var caller = await Caller.StartAsync();
        var vendor = Vendor.Of(name);
        var (first, second) = (await vendor.SubmitAsync(caller), await vendor.SubmitAsync(caller));
        await vendor.EndAsync(caller, first);
        await vendor.EndAsync(caller, second);

        using var one = await vendor.FetchAsync(caller, first);
        using var other = await vendor.FetchAsync(caller, second);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.StatusCode, other.StatusCode));
        if (vendor.Link is not null)
        {
            Assert.NotEqual(await vendor.LinkAsync(caller, first), await vendor.LinkAsync(caller, second));
        }
    }

    [Fact]
    public async Task Links_die_and_cannot_be_forged()
    {
        await using var caller = await Caller.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromSeconds(0.1),
            LinkLifetime = TimeSpan.FromSeconds(2) });
        var vendor = Vendor.Of("runway");
        var id = await vendor.SubmitAsync(caller);
        await vendor.EndAsync(caller, id);
        var link = (await vendor.LinkAsync(caller, id))!;

        using var forged = await caller.SendAsync("GET", link.Replace("expires=", "expires=9", StringComparison.Ordinal));
        HttpStatusCode status;
        do
        {
            using var answer = await caller.SendAsync("GET", link);
            status = answer.StatusCode;
        }
        while (status == HttpStatusCode.OK);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (forged.StatusCode, status));
    }
}
