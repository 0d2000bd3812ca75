using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>Every fault that the sandbox knows, at every vendor, through the whole app: where the money is and what the caller is told.</summary>
public sealed class EveryFaultTests
{
    private static readonly string[] Vendors = ["kling", "pika", "fal", "runway", "heygen", "openai"];

    // Those whose wire lets a lost job be found again by our reference.
    private static readonly string[] Searchable = ["kling", "openai"];

    // Those that charge for a moderated job and say so; fal, HeyGen and the OpenAI shape say nothing of money, Pika charges successes only.
    private static readonly string[] ChargingModerated = ["kling", "runway"];

    public static TheoryData<string> EachVendor => [.. Vendors];

    public static TheoryData<string, SandboxFaultKind> LostAnswers => Each(SandboxFaultKind.Status, SandboxFaultKind.AcceptThenDrop, SandboxFaultKind.DropBeforeAccept, SandboxFaultKind.MalformedJson);

    public static TheoryData<string, SandboxFaultKind> BadFiles => Each(SandboxFaultKind.ExpiredLink, SandboxFaultKind.Truncated, SandboxFaultKind.Endless, SandboxFaultKind.WrongType);

    public static TheoryData<string, SandboxFaultKind> UnclearEnds => Each(SandboxFaultKind.UnknownState, SandboxFaultKind.NoOutput);

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_is_found_or_left_to_a_person_and_never_asked_again(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Submit, kind, status: kind == SandboxFaultKind.Status ? 503 : null, body: kind == SandboxFaultKind.Status ? "<html>bad gateway</html>" : null);
        var canBeFound = kind is SandboxFaultKind.AcceptThenDrop or SandboxFaultKind.MalformedJson && Searchable.Contains(vendor);

        var (result, thrown) = await TryAsync(app);

        Assert.Equal(canBeFound ? null : typeof(NeedsAttentionException), thrown?.GetType());
        Assert.Equal(canBeFound ? LineState.Charged : LineState.Unverified, Assert.Single(await app.LinesAsync()).State);
        Assert.True(app.Sandbox.Charges.Count <= 1);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_comes_badly_is_fetched_again(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Download, kind, new FaultSchedule.Next(1));

        var (result, thrown) = await TryAsync(app);

        Assert.Null(thrown);
        Assert.Single(app.Sandbox.Charges);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_never_comes_whole_is_left_to_a_person_and_stays_booked(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Download, kind);

        var (result, thrown) = await TryAsync(app);

        Assert.IsType<NeedsAttentionException>(thrown);
        Assert.Equal(LineState.Charged, Assert.Single(await app.LinesAsync()).State);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(UnclearEnds))]
    public async Task A_state_that_nobody_knows_is_never_success_and_keeps_its_money_held(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Submit, kind);

        var (result, thrown) = await TryAsync(app);

        Assert.IsType<NeedsAttentionException>(thrown);
        var isMissedAtDownload = (vendor, kind) == ("openai", SandboxFaultKind.NoOutput);
        Assert.Equal(isMissedAtDownload ? LineState.Charged : LineState.Reserved, Assert.Single(await app.LinesAsync()).State);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_job_that_fails_for_nothing_is_made_again_and_one_is_paid(string vendor)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Submit, SandboxFaultKind.FailedFree, new FaultSchedule.Next(1));

        var (result, thrown) = await TryAsync(app);

        Assert.Equal(2, result!.Attempts);
        Assert.Single(app.Sandbox.Charges);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_moderated_job_is_booked_as_the_vendor_charges_it(string vendor)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Submit, SandboxFaultKind.ModeratedCharged);

        var (result, thrown) = await TryAsync(app);

        Assert.IsType<ContentRejectedException>(thrown);
        var line = Assert.Single(await app.LinesAsync());
        Assert.Equal(ChargingModerated.Contains(vendor) ? LineState.Charged : vendor == "pika" ? LineState.Released : LineState.Unverified, line.State);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_job_that_stays_queued_for_ever_ends_the_call_and_keeps_its_money_held(string vendor)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Submit, SandboxFaultKind.Stuck);

        var (result, thrown) = await TryAsync(app);

        Assert.IsType<VideoGenerationTimeoutException>(thrown);
        Assert.Equal(LineState.Reserved, Assert.Single(await app.LinesAsync()).State);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_slow_vendor_is_waited_for(string vendor)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Any, SandboxFaultKind.Slow, new FaultSchedule.Next(4));

        var (result, thrown) = await TryAsync(app);

        Assert.Equal(1, result!.Attempts);
        await MustHoldAsync(app, result, thrown);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task A_vendor_that_repeats_key_prompt_and_link_in_its_words_is_not_quoted(string vendor)
    {
        const string Words = $"refused: {VendorApp.Prompt}; Authorization: Bearer {VendorApp.Key}; https://cdn.example/v.mp4?X-Amz-Signature=abcdef0123456789&Expires=99";
        string[] bodies =
        [
            $$"""{"code":1201,"message":"{{Words}}","request_id":"r","detail":"{{Words}}","error":"{{Words}}"}""",
            $$"""{"error":{"code":"invalid_request","message":"{{Words}}","type":"invalid_request_error"} }""",
        ];
        foreach (var body in bodies)
        {
            await using var app = await StartAsync(vendor);
            app.Fault(vendor, SandboxOperation.Submit, SandboxFaultKind.Status, status: 400, body: body);

            var (result, thrown) = await TryAsync(app);

            Assert.NotNull(thrown);
            await MustHoldAsync(app, result, thrown);
        }
    }

    private static TheoryData<string, SandboxFaultKind> Each(params SandboxFaultKind[] kinds)
    {
        var all = new TheoryData<string, SandboxFaultKind>();
        foreach (var vendor in Vendors)
        {
            foreach (var kind in kinds)
            {
                all.Add(vendor, kind);
            }
        }

        return all;
    }

    // The gateways behind the OpenAI shape name no prices; whoever uses one declares its own.
    private static Task<VendorApp> StartAsync(string vendor) =>
        VendorApp.StartAsync([vendor], ("MaxDownloadBytes", "3000000"), ("Providers:openai:CostPerVideoUsd", "0.40"));

    private static async Task<(VideoResult? Result, VideoGenerationException? Thrown)> TryAsync(VendorApp app)
    {
        try
        {
            return (await app.GenerateAsync(), null);
        }
        catch (VideoGenerationException e)
        {
            return (null, e);
        }
    }

    private static async Task MustHoldAsync(VendorApp app, VideoResult? result, Exception? thrown)
    {
        await app.MustAgreeWithVendorsAsync();
        app.MustTellNothing(thrown);
        if (result is not null)
        {
            var head = new byte[8];
            await using var file = File.OpenRead(result.Video.LocalPath!);
            await file.ReadExactlyAsync(head);
            Assert.Equal("ftyp"u8.ToArray(), head[4..]);
        }
    }
}
