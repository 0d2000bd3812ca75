using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using static VideoGen.Sdk.Tests.WholeApp.FaultTrial;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>"Too many requests, come back later", in each vendor's own words: nothing was accepted, so nothing is held meanwhile, and the job comes back when it was told to.</summary>
public sealed class RateLimitTests
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["kling"] = """{"code":1302,"message":"Requests too fast","request_id":"r"}""",
        ["pika"] = """{"message":"Too many requests","code":"rate_limited"}""",
        ["fal"] = """{"detail":"Too many requests"}""",
        ["runway"] = """{"error":"Too many requests."}""",
        ["heygen"] = """{"error":{"code":"rate_limit_exceeded","message":"Too many requests"}}""",
        ["openai"] = """{"error":{"message":"Rate limit reached","type":"rate_limit_error","param":null,"code":"rate_limit_exceeded"}}""",
    };

    public static TheoryData<string> EachVendor => [.. Vendors];

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_refused_create_is_made_again_when_the_vendor_said_and_paid_once(string vendor)
    {
        await using var app = await StartAsync(vendor);
        Refuse(app, vendor, SandboxOperation.Submit, new FaultSchedule.Next(1), TimeSpan.FromSeconds(90));

        var (result, thrown) = await TryAsync(app);

        var job = await app.OnlyJobAsync();
        Assert.Equal((2, ProviderFailureKind.RateLimited, ChargeCertainty.None), (result!.Attempts, job.Attempts[0].Failure!.Kind, job.Attempts[0].Failure!.Charge));
        Assert.InRange(job.Attempts[1].IntentAt!.Value - job.Attempts[0].IntentAt!.Value, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(120));
        Assert.Equal([LineState.Released, LineState.Charged], (await app.LinesAsync()).OrderBy(l => l.Key.Number).Select(l => l.State));
        Assert.Single(app.Sandbox.Charges);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_limit_that_never_ends_is_tried_three_times_and_costs_nothing(string vendor)
    {
        await using var app = await StartAsync(vendor);
        Refuse(app, vendor, SandboxOperation.Submit, new FaultSchedule.Every(1), TimeSpan.FromSeconds(20));

        var (result, thrown) = await TryAsync(app);

        Assert.IsType<AllProvidersFailedException>(thrown);
        Assert.Equal(3, (await app.OnlyJobAsync()).Attempts.Count(a => a.IntentAt is not null));
        Assert.All(await app.LinesAsync(), l => Assert.Equal((LineState.Released, 0m), (l.State, l.ChargedUsd)));
        Assert.Empty(app.Sandbox.Charges);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task An_hour_of_waiting_is_left_to_the_next_provider(string vendor)
    {
        var other = vendor == "kling" ? "pika" : "kling";
        await using var app = await VendorApp.StartAsync([vendor, other], ("Providers:openai:CostPerVideoUsd", "0.40"));
        Refuse(app, vendor, SandboxOperation.Submit, new FaultSchedule.Every(1), TimeSpan.FromHours(1));

        var result = await app.GenerateAsync();

        Assert.Equal((other, 2), (result.Provider, result.Attempts));
        Assert.Equal(other, Assert.Single(app.Sandbox.Charges).Vendor);
        await app.MustAgreeWithVendorsAsync();
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_refused_status_read_is_repeated_no_sooner_than_told_and_the_job_stays_one(string vendor)
    {
        await using var app = await StartAsync(vendor);
        Refuse(app, vendor, SandboxOperation.Status, new FaultSchedule.Next(2), TimeSpan.FromMinutes(5));

        var (result, thrown) = await TryAsync(app);

        Assert.Null(thrown);
        var attempt = Assert.Single((await app.OnlyJobAsync()).Attempts);
        Assert.InRange(attempt.ClosedAt!.Value - attempt.AcceptedAt!.Value, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20));
        Assert.Single(app.Sandbox.Charges);
        await MustHoldAsync(app, result, thrown);
    }

    private static void Refuse(VendorApp app, string vendor, SandboxOperation operation, FaultSchedule when, TimeSpan retryAfter) =>
        app.Fault(vendor, operation, SandboxFaultKind.Status, when, 429, Words[vendor], retryAfter);
}
