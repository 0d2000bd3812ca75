using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>Every vendor that sends webhooks, through the whole app, while they come twice, out of order, late or unsigned: one video, one payment.</summary>
public sealed class FaultyDeliveryTests
{
    private static readonly string[] Vendors = ["kling", "fal", "heygen", "heygen-clip", "openai"];

    public static TheoryData<string, SandboxFaultKind> Faults
    {
        get
        {
            var all = new TheoryData<string, SandboxFaultKind>();
            foreach (var vendor in Vendors)
            {
                foreach (var kind in new[] { SandboxFaultKind.WebhookDuplicate, SandboxFaultKind.WebhookReorder, SandboxFaultKind.WebhookLate, SandboxFaultKind.WebhookUnsigned })
                {
                    all.Add(vendor, kind);
                }
            }

            return all;
        }
    }

    public static TheoryData<string> EachVendor => [.. Vendors];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task However_it_comes_it_ends_the_wait_and_the_video_is_paid_once(string vendor, SandboxFaultKind kind)
    {
        await using var app = await StartAsync(vendor, kind, TimeSpan.FromSeconds(0.3));

        await app.GenerateAsync(vendor);
        await app.Received.WaitAsync(mail => mail.Status == 200, kind == SandboxFaultKind.WebhookDuplicate ? 2 : 1, app.Stop);

        await MustBeOneAsync(app);
    }

    [Theory]
    [MemberData(nameof(EachVendor))]
    public async Task One_that_comes_after_the_poll_changes_nothing(string vendor)
    {
        await using var app = await StartAsync(vendor, SandboxFaultKind.WebhookLate, TimeSpan.FromSeconds(4));
        var generating = app.GenerateAsync(vendor);

        // Time that ran on before the POST would look like a process that slept, which posts nothing.
        await app.Calls.WaitAsync(call => call.IsSubmit, 1, app.Stop);
        await app.LetPassAsync(generating, TimeSpan.FromSeconds(10), 60, TimeSpan.FromSeconds(0.2));
        Assert.Empty(app.Received.All);
        var (entries, reads) = (await app.EntriesAsync(), app.StatusReads);

        await app.Received.WaitAsync(mail => mail.Status == 200, 1, app.Stop);

        Assert.Equal((entries.Count, reads), ((await app.EntriesAsync()).Count, app.StatusReads));
        await MustBeOneAsync(app);
    }

    private static async Task<HookedApp> StartAsync(string vendor, SandboxFaultKind kind, TimeSpan duration)
    {
        var app = await HookedApp.StartAsync(new() { RenderTime = TimeSpan.FromSeconds(0.3) });
        if (vendor == "openai")
        {
            await app.RegisterEndpointAsync(vendor);
        }

        app.Sandbox.AddFault(new SandboxFault { Vendor = vendor.Split('-')[0], Operation = SandboxOperation.Webhook, Kind = kind, When = new FaultSchedule.Every(1), Duration = duration });
        return app;
    }

    private static async Task MustBeOneAsync(HookedApp app)
    {
        var job = await app.JobAsync();
        Assert.Equal((VideoState.Succeeded, 1), (job.State, job.Attempts.Count));
        Assert.Single(app.Calls.All, call => call.IsSubmit);
        Assert.Single(app.Sandbox.Charges);
        Assert.Equal(app.Sandbox.Charges[0].RemoteId, Assert.Single((await app.OutcomesAsync()).Where(o => o.Verdict == SubmissionVerdict.Accepted).Select(o => o.RemoteId).Distinct()));
        Assert.Single(await app.EntriesAsync(), e => e.Kind == LedgerEntryKind.Charged);
    }
}
