using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>The blind moment, with a callback: the remote id of a lost submit comes back without a second POST.</summary>
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData("kling")]
    [InlineData("fal")]
    public async Task A_verified_webhook_recovers_a_lost_submit_with_one_post_and_one_charge(string vendor)
    {
        await using var app = await HookedApp.StartAsync();
        app.Sandbox.AddFault(new SandboxFault { Vendor = vendor, Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });

        await app.GenerateAsync(vendor);

        var charge = Assert.Single(app.Sandbox.Charges);
        var said = (await app.OutcomesAsync()).Select(r => (r.Verdict, r.Source, r.RemoteId));
        Assert.Equivalent(new[] { (SubmissionVerdict.Unknown, "submit", null), (SubmissionVerdict.Accepted, "webhook", charge.RemoteId) }, said, strict: true);
        Assert.Single(app.Calls.All, call => call.IsSubmit);
        Assert.Equal(VideoState.Succeeded, (await app.JobAsync()).State);
    }

    [Fact]
    public async Task An_unsigned_webhook_recovers_it_too_once_the_vendor_says_that_the_job_is_ours()
    {
        await using var app = await HookedApp.StartAsync(new() { Secrets = [] });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "kling", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });

        var generating = app.GenerateAsync("kling");
        await app.Received.WaitAsync(mail => mail.Body.Contains("succeeded", StringComparison.Ordinal), 1, app.Stop);
        await app.StatusReadAsync(2);

        // The second hint waits for the vendor's poll floor.
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        var result = await generating;

        Assert.Single(await app.OutcomesAsync(), record => record is { Source: "webhook", Verdict: SubmissionVerdict.Accepted });
        Assert.Single(app.Calls.All, call => call.IsSubmit);
        Assert.Single(app.Sandbox.Charges);
        Assert.NotNull(result.Video);
    }

    [Fact]
    public async Task A_webhook_that_comes_while_the_loss_is_being_written_down_is_not_slept_over()
    {
        var lost = new TaskCompletionSource();
        var heard = new TaskCompletionSource();
        var chaos = new ChaosProcess();
        chaos.PauseBefore("jobs.RecordOutcome", () =>
        {
            // The save after this statement is the one that sends the job to sleep.
            chaos.PauseBefore("jobs.Save", () => Task.WhenAll(Task.Run(lost.SetResult), heard.Task), chaos.Writes.Count(write => write == "jobs.Save") + 1);
            return Task.CompletedTask;
        });
        await using var app = await HookedApp.StartAsync(new() { Chaos = chaos });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "kling", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        app.Silence();
        _ = app.GenerateAsync("kling");
        await lost.Task.WaitAsync(app.Stop);
        var reference = (await app.JobAsync()).CurrentAttempt!.ClientReference;
        var body = Letters.Kling("heard-1", reference);

        using var answer = await app.PostAsync($"kling/default/{reference}", body, Letters.Signed(body, app.Clock.GetUtcNow()));
        Assert.Equal(200, (int)answer.StatusCode);
        heard.SetResult();

        await app.StatusReadAsync();
    }

    [Fact]
    public async Task An_unsigned_webhook_with_another_jobs_id_recovers_nothing()
    {
        await using var app = await HookedApp.StartAsync(new() { Secrets = [], RenderTime = TimeSpan.FromHours(1) });
        app.Silence();
        _ = app.GenerateAsync("kling", "theirs");
        await app.StatusReadAsync();
        var theirs = (await app.OutcomesAsync("theirs")).Single().RemoteId!;
        app.Sandbox.AddFault(new SandboxFault { Vendor = "kling", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        _ = app.GenerateAsync("kling", "ours");
        await app.Calls.WaitAsync(call => call.IsSubmit, 2, app.Stop);
        var reference = (await app.JobAsync("ours")).CurrentAttempt!.ClientReference;

        // A made-up id is asked about once; an id that another attempt has is not even asked about.
        (await app.PostAsync($"kling/default/{reference}", Letters.Kling(theirs, reference))).Dispose();
        (await app.PostAsync($"kling/default/{reference}", Letters.Kling("made-up", reference))).Dispose();
        await app.StatusReadAsync(2);

        Assert.DoesNotContain(await app.OutcomesAsync("ours"), record => record.Verdict == SubmissionVerdict.Accepted);
        Assert.Equal(2, app.StatusReads);
    }

    [Fact]
    public async Task A_webhook_before_the_remote_id_is_saved_is_kept_and_used()
    {
        var heard = new TaskCompletionSource();
        var chaos = new ChaosProcess().PauseBefore("jobs.RecordOutcome", () => heard.Task);
        await using var app = await HookedApp.StartAsync(new() { Chaos = chaos });

        // The first statement is the one that is held up, and it is to be the submit's: on a busy machine the first webhook may be quicker.
        app.Sandbox.AddFault(new SandboxFault { Vendor = "kling", Operation = SandboxOperation.Webhook, Kind = SandboxFaultKind.WebhookLate, When = new FaultSchedule.Every(1), Duration = TimeSpan.FromSeconds(2) });
        var generating = app.GenerateAsync("kling");
        await app.Received.WaitAsync(mail => mail.Status == 200 && mail.Body.Contains("succeeded", StringComparison.Ordinal), 1, app.Stop);
        Assert.Equal(["webhook"], (await app.OutcomesAsync()).Select(record => record.Source));
        heard.SetResult();
        await generating;

        Assert.Single(await app.OutcomesAsync());
        Assert.Single(app.Calls.All, call => call.IsSubmit);
        Assert.Single(app.Sandbox.Charges);
    }

    [Fact]
    public async Task A_second_remote_id_is_kept_and_alarmed()
    {
        await using var app = await HookedApp.StartAsync(new() { RenderTime = TimeSpan.FromHours(1) });
        app.Silence();
        _ = app.GenerateAsync("kling");
        await app.StatusReadAsync();
        var reference = (await app.JobAsync()).CurrentAttempt!.ClientReference;
        var body = Letters.Kling("second-1", reference);

        using var answer = await app.PostAsync($"kling/default/{reference}", body, Letters.Signed(body, app.Clock.GetUtcNow()));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(["submit", "webhook"], (await app.OutcomesAsync()).Select(record => record.Source));
        Assert.Contains(app.Log.Lines, line => line.Id == 1203 && line.Text.Contains("second-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_that_could_not_be_written_down_is_asked_for_again_and_then_counts()
    {
        var chaos = new ChaosProcess().At("jobs.AddCallback", ChaosEffect.Fail);
        await using var app = await HookedApp.StartAsync(new() { Chaos = chaos });
        await app.GenerateAsync("fal");

        var mails = await app.Received.WaitAsync(_ => true, 2, app.Stop);
        Assert.Equal([503, 200], mails.Select(mail => mail.Status));
        Assert.Equal(mails[0].Body, mails[1].Body);
    }

    [Fact]
    public async Task A_job_left_to_a_person_goes_on_when_it_is_asked_for_after_a_callback()
    {
        await using var app = await HookedApp.StartAsync();
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        var generating = app.GenerateAsync("fal");
        await app.Calls.WaitAsync(call => call.IsSubmit, 1, app.Stop);
        while (!generating.IsCompleted)
        {
            // fal has no look-up: after the submit deadline a person is asked. Its webhook is refused, for it looks old by now.
            app.Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<NeedsAttentionException>(() => generating);
        await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync("fal"));
        var mail = (await app.Received.WaitAsync(mail => mail.Status == 401, 1, app.Stop))[0];
        var job = await app.JobAsync();
        var heard = new SubmissionRecord
        {
            JobId = job.Id,
            Attempt = 1,
            ClientReference = job.CurrentAttempt!.ClientReference,
            Verdict = SubmissionVerdict.Accepted,
            RemoteId = mail.Headers["X-Fal-Webhook-Request-Id"],
            Source = "webhook",
        };
        await app.Store.RecordOutcomeAsync(heard, app.Stop);

        await app.GenerateAsync("fal");

        Assert.Equal(VideoState.Succeeded, (await app.JobAsync()).State);
        Assert.Single(app.Calls.All, call => call.IsSubmit);
    }
}
