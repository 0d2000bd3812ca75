using System.Text.Json;
using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>A vendor delivers what we answered only once: a hint that cannot be followed at once must not be lost, or nobody would ever learn the remote id of a lost submit.</summary>
public sealed class HintTests
{
    [Fact]
    public async Task A_hint_whose_status_read_fails_is_followed_again_until_it_succeeds()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = null });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        RefuseStatus(app, new FaultSchedule.Next(3));

        var generating = app.GenerateAsync("fal");
        await app.Received.WaitAsync(mail => mail.Status == 200, 1, app.Stop);
        await app.LetFloorsPassAsync(app.StatusReadAsync(4));
        await generating;

        var charge = Assert.Single(app.Sandbox.Charges);
        Assert.Contains(await app.OutcomesAsync(), record => (record.Verdict, record.Source, record.RemoteId) == (SubmissionVerdict.Accepted, "webhook", charge.RemoteId));
        Assert.Single(app.Calls.All, call => call.IsSubmit);
        Assert.Single(app.Received.All);
    }

    [Fact]
    public async Task A_hint_that_is_told_again_while_it_waits_is_not_asked_sooner()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = null });
        var reference = await LoseAnAnswerAsync(app);
        RefuseStatus(app, new FaultSchedule.Every(1));

        await DeliverAsync(app, reference, "theirs");
        await app.StatusReadAsync();
        await app.Log.WaitAsync(line => line.Id == 1405, 1, app.Stop);
        for (var i = 0; i < 20; i++)
        {
            await DeliverAsync(app, reference, "theirs");
        }

        Assert.Equal(1, app.StatusReads);
        await app.LetFloorsPassAsync(app.StatusReadAsync(2));
    }

    [Fact]
    public async Task Claims_of_strangers_do_not_push_out_the_vendors_own()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = null });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        RefuseStatus(app, new FaultSchedule.Next(1));

        var generating = app.GenerateAsync("fal");
        await app.Received.WaitAsync(mail => mail.Status == 200, 1, app.Stop);
        var reference = (await app.JobAsync()).CurrentAttempt!.ClientReference;
        for (var i = 0; i < 20; i++)
        {
            await DeliverAsync(app, reference, $"stranger-{i}");
        }

        await app.LetPassAsync(generating, TimeSpan.FromSeconds(10), 11, TimeSpan.FromSeconds(1));

        var charge = Assert.Single(app.Sandbox.Charges);
        Assert.Equal(charge.RemoteId, Assert.Single(await app.OutcomesAsync(), record => record.Verdict == SubmissionVerdict.Accepted).RemoteId);
    }

    [Fact]
    public async Task A_hint_that_cannot_be_followed_for_an_hour_is_given_up_and_its_remote_id_is_told()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = null });
        var reference = await LoseAnAnswerAsync(app);
        RefuseStatus(app, new FaultSchedule.Every(1));
        await DeliverAsync(app, reference, "the-claimed-id");

        var givenUp = app.Log.WaitAsync(line => line.Id == 1406, 1, app.Stop);
        await app.LetPassAsync(givenUp, TimeSpan.FromMinutes(5), 40, TimeSpan.FromSeconds(0.5));

        Assert.Contains("the-claimed-id", Assert.Single(await givenUp).Text, StringComparison.Ordinal);
        Assert.InRange(app.StatusReads, 8, 40);
        Assert.DoesNotContain(await app.OutcomesAsync(), record => record.Verdict == SubmissionVerdict.Accepted);
    }

    private static async Task<string> LoseAnAnswerAsync(HookedApp app)
    {
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.Stuck });
        _ = app.GenerateAsync("fal");
        await app.Calls.WaitAsync(call => call.IsSubmit, 1, app.Stop);
        return (await app.JobAsync()).CurrentAttempt!.ClientReference;
    }

    private static async Task DeliverAsync(HookedApp app, string reference, string remoteId) =>
        (await app.PostAsync($"fal/default/{reference}", JsonSerializer.Serialize(new { request_id = remoteId, status = "OK" }))).Dispose();

    // 429 is the one refusal that the client itself does not try again.
    private static void RefuseStatus(HookedApp app, FaultSchedule when) => app.Sandbox.AddFault(new SandboxFault
    {
        Vendor = "fal",
        Operation = SandboxOperation.Status,
        Kind = SandboxFaultKind.Status,
        Status = 429,
        Body = """{"detail":"slow down"}""",
        When = when,
    });
}
