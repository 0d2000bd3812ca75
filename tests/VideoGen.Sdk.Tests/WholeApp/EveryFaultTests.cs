using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using static VideoGen.Sdk.Tests.WholeApp.FaultTrial;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>Every fault that the sandbox knows, at every vendor, through the whole app: where the money is and what the caller is told.</summary>
public sealed class EveryFaultTests
{
    // Those whose wire lets a lost job be found again by our reference.
    private static readonly string[] Searchable = ["kling", "openai"];

    // Those that charge for a moderated job and say so; fal, HeyGen and the OpenAI shape say nothing of money, Pika charges successes only.
    private static readonly string[] ChargingModerated = ["kling", "runway"];

    public static TheoryData<string> EachVendor => [.. Vendors];

    public static TheoryData<string, SandboxFaultKind> LostAnswers => Each(SandboxFaultKind.Status, SandboxFaultKind.AcceptThenDrop, SandboxFaultKind.DropBeforeAccept, SandboxFaultKind.MalformedJson);

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
            $$"""{"error":{"code":"{{Words}}","message":"no","type":"{{Words}}"},"code":"{{Words}}","message":"no","detail":"no","error_type":"{{Words}}","status":"{{Words}}"}""",
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
}
