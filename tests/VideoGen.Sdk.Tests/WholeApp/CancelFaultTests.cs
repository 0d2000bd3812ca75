using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using static VideoGen.Sdk.Tests.WholeApp.FaultTrial;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>A cancel that goes wrong at the vendors that have one: the job is neither bought again nor forgotten, and its money is held until its end is known.</summary>
public sealed class CancelFaultTests
{
    private static readonly string[] Stoppable = ["fal", "runway", "heygen"];

    public static TheoryData<string, SandboxFaultKind> Faults =>
        Each(Stoppable, SandboxFaultKind.Status, SandboxFaultKind.AcceptThenDrop, SandboxFaultKind.DropBeforeAccept, SandboxFaultKind.MalformedJson);

    public static TheoryData<string, SandboxFaultKind> Unheard => Each(Stoppable, SandboxFaultKind.Status, SandboxFaultKind.DropBeforeAccept);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_cancel_that_fails_once_is_asked_for_again_and_nothing_is_bought_twice(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Submit, SandboxFaultKind.Stuck);
        Break(app, vendor, kind, new FaultSchedule.Next(1));

        var thrown = await app.CancelOnceAcceptedAsync(RequestOf(vendor));

        Assert.IsType(IsUnreadable(vendor, kind) ? typeof(NeedsAttentionException) : typeof(VideoCancelledException), thrown);
        await MustBeOneAsync(app, thrown);
    }

    [Theory]
    [MemberData(nameof(Unheard))]
    public async Task A_cancel_that_never_gets_through_keeps_the_money_held(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        app.Fault(vendor, SandboxOperation.Submit, SandboxFaultKind.Stuck);
        Break(app, vendor, kind, new FaultSchedule.Every(1));

        var thrown = await app.CancelOnceAcceptedAsync(RequestOf(vendor));

        Assert.Equal(LineState.Reserved, Assert.Single(await app.LinesAsync()).State);
        await MustBeOneAsync(app, thrown);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_video_that_is_made_all_the_same_is_booked_and_kept(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor);
        Break(app, vendor, kind, new FaultSchedule.Every(1));

        var thrown = await app.CancelOnceAcceptedAsync(RequestOf(vendor));

        var job = await app.OnlyJobAsync();

        // At Runway the cancel may have deleted the task before anything was made.
        Assert.Equal(IsUnreadable(vendor, kind) && app.Sandbox.Charges.Count == 0 ? VideoState.NeedsAttention : VideoState.Cancelled, job.State);
        Assert.Equal(app.Sandbox.Charges.Count > 0, job.Video is not null);
        await MustBeOneAsync(app, thrown);
    }

    // Runway's one verb deletes the task: once it worked and its answer was lost, nobody can read what became of it. It has no body either that could be malformed.
    private static bool IsUnreadable(string vendor, SandboxFaultKind kind) => vendor == "runway" && (kind is SandboxFaultKind.AcceptThenDrop or SandboxFaultKind.MalformedJson);

    private static void Break(VendorApp app, string vendor, SandboxFaultKind kind, FaultSchedule when) =>
        app.Fault(vendor, SandboxOperation.Cancel, kind, when, status: kind == SandboxFaultKind.Status ? 503 : null);

    // HeyGen can stop its agent and nothing else.
    private static VideoRequest RequestOf(string vendor) => vendor != "heygen" ? VendorApp.Request
        : VendorApp.Request with { Duration = null, Settings = [new HeyGenSettings { Agent = new(), LongestLength = TimeSpan.FromSeconds(30) }] };

    private static async Task MustBeOneAsync(VendorApp app, Exception thrown)
    {
        Assert.Single((await app.OnlyJobAsync()).Attempts);
        Assert.True(app.Sandbox.Charges.Count <= 1);
        await MustHoldAsync(app, null, thrown);
    }
}
