using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>What a user pays when the first choice fails, told by the vendors' own books.</summary>
public sealed class FailoverTests
{
    private const string KlingMaintenance = """{"code":5001,"message":"Server temporarily unavailable, usually due to maintenance","request_id":"r"}""";

    private static readonly string[] Three = ["kling", "pika", "runway"];

    [Fact]
    public async Task A_refused_connection_and_a_free_failure_end_in_one_charge_at_the_third()
    {
        await using var app = await VendorApp.StartAsync(Three, ("Providers:kling:BaseUrl", RawServer.Nobody().ToString()));
        app.Fault("pika", SandboxOperation.Submit, SandboxFaultKind.FailedFree);

        var result = await app.GenerateAsync();

        Assert.Equal("runway", result.Provider);
        Assert.Equal(("runway", result.CostUsd), Assert.Single(app.Sandbox.Charges.Select(c => (c.Vendor, c.AmountUsd))));
        Assert.Equal(1, (await app.LinesAsync()).Count(l => l.State == LineState.Charged));
        Assert.True(new FileInfo(result.Video.LocalPath!).Length > 1000);
        await app.MustAgreeWithVendorsAsync();
    }

    [Fact]
    public async Task A_vendor_under_maintenance_is_passed_over()
    {
        await using var app = await VendorApp.StartAsync(Three);
        app.Fault("kling", SandboxOperation.Submit, SandboxFaultKind.Status, status: 503, body: KlingMaintenance);

        var result = await app.GenerateAsync();

        Assert.Equal(("pika", 2), (result.Provider, result.Attempts));
        Assert.Equal("pika", Assert.Single(app.Sandbox.Charges).Vendor);
        await app.MustAgreeWithVendorsAsync();
    }

    [Fact]
    public async Task A_bare_500_stops_for_a_person_and_nobody_else_is_called()
    {
        await using var app = await VendorApp.StartAsync(Three);
        app.Fault("kling", SandboxOperation.Submit, SandboxFaultKind.Status, status: 500);

        var stopped = await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync());

        var job = await app.OnlyJobAsync();
        Assert.Equal((stopped.JobId, VideoState.NeedsAttention), (job.Id, job.State));
        Assert.Equal("kling", Assert.Single(job.Attempts).Provider);
        Assert.Equal(LineState.Unverified, Assert.Single(await app.LinesAsync()).State);
        Assert.Empty(app.Sandbox.Charges);
        app.MustTellNothing(stopped);
    }

    [Fact]
    public async Task A_moderated_and_charged_job_may_go_on_by_option_and_both_charges_are_booked()
    {
        await using var app = await VendorApp.StartAsync(["runway", "kling"], ("FailoverOnContentRejected", "true"), ("Budget:PerVideoLimitUsd", "2"));
        app.Fault("runway", SandboxOperation.Submit, SandboxFaultKind.ModeratedCharged);

        var result = await app.GenerateAsync();

        Assert.Equal("kling", result.Provider);
        Assert.Equal(["runway", "kling"], app.Sandbox.Charges.Select(c => c.Vendor));
        Assert.All(await app.LinesAsync(), l => Assert.Equal(LineState.Charged, l.State));
        Assert.Equal(app.Sandbox.Charges.Sum(c => c.AmountUsd), result.CostUsd);
        Assert.True(result.CostUsd <= 2m);
        await app.MustAgreeWithVendorsAsync();
    }

    [Fact]
    public async Task The_second_charge_is_not_made_where_the_limit_of_the_video_does_not_hold_both()
    {
        await using var app = await VendorApp.StartAsync(["runway", "kling"], ("FailoverOnContentRejected", "true"), ("Budget:PerVideoLimitUsd", "1"));
        app.Fault("runway", SandboxOperation.Submit, SandboxFaultKind.ModeratedCharged);

        await Assert.ThrowsAnyAsync<VideoGenerationException>(() => app.GenerateAsync());

        Assert.Equal("runway", Assert.Single(app.Sandbox.Charges).Vendor);
        await app.MustAgreeWithVendorsAsync();
    }

    [Fact]
    public async Task A_moderated_job_goes_nowhere_without_that_option()
    {
        await using var app = await VendorApp.StartAsync(["runway", "kling"]);
        app.Fault("runway", SandboxOperation.Submit, SandboxFaultKind.ModeratedCharged);

        var refused = await Assert.ThrowsAsync<ContentRejectedException>(() => app.GenerateAsync());

        Assert.Equal("runway", Assert.Single(app.Sandbox.Charges).Vendor);
        Assert.Equal(LineState.Charged, Assert.Single(await app.LinesAsync()).State);
        app.MustTellNothing(refused);
    }
}
