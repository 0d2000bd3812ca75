using System.Text;
using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Workflow;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>Deliveries as they really come: twice, late, in the wrong order, or unsigned.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_second_delivery_is_answered_and_changes_nothing()
    {
        await using var app = await HookedApp.StartAsync();
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Webhook, Kind = SandboxFaultKind.WebhookDuplicate });

        await app.GenerateAsync("fal");
        var mails = await app.Received.WaitAsync(mail => mail.Status == 200, 2, app.Stop);

        Assert.Equal(mails[0].Body, mails[1].Body);
        Assert.Equal(2, app.StatusReads);
        Assert.Single(await app.OutcomesAsync());
        Assert.Single(app.Sandbox.Charges);
    }

    [Fact]
    public async Task An_event_that_comes_again_wakes_nobody()
    {
        await using var app = await HookedApp.StartAsync(new() { RenderTime = TimeSpan.FromHours(1) });
        app.Silence();
        _ = app.GenerateAsync("kling");
        await app.StatusReadAsync();
        var (job, said) = (await app.JobAsync(), (await app.OutcomesAsync()).Single());
        var body = Letters.Kling(said.RemoteId!, said.ClientReference);
        var delivery = new CallbackDelivery { Body = Encoding.UTF8.GetBytes(body), Headers = Letters.Signed(body, app.Clock.GetUtcNow()), ReceivedAt = app.Clock.GetUtcNow() };

        var first = await app.Callbacks.AcceptAsync("kling", "default", said.ClientReference, delivery, app.Stop);
        await app.StatusReadAsync(2);
        var woken = await app.Store.GetSignalsAsync(job.Id, app.Stop);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = await app.Callbacks.AcceptAsync("kling", "default", null, delivery, app.Stop);

        Assert.Equal((CallbackOutcome.Accepted, CallbackOutcome.Duplicate), (first.Outcome, again.Outcome));
        Assert.Equal(job.Id, first.JobId);
        Assert.Equal(woken, await app.Store.GetSignalsAsync(job.Id, app.Stop));
    }

    [Fact]
    public async Task Deliveries_in_the_wrong_order_end_the_wait_all_the_same()
    {
        await using var app = await HookedApp.StartAsync();
        app.Sandbox.AddFault(new SandboxFault { Vendor = "kling", Operation = SandboxOperation.Webhook, Kind = SandboxFaultKind.WebhookReorder, Duration = TimeSpan.FromMinutes(1), When = new FaultSchedule.Next(2) });

        await app.GenerateAsync("kling");
        var mails = await app.Received.WaitAsync(mail => mail.Status == 200, 3, app.Stop);

        Assert.Contains("succeeded", mails[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("succeeded", mails[1].Body, StringComparison.Ordinal);
        Assert.Equal(VideoState.Succeeded, (await app.JobAsync()).State);
    }

    [Fact]
    public async Task A_delivery_after_the_end_changes_nothing()
    {
        await using var app = await HookedApp.StartAsync();
        await app.GenerateAsync("kling");
        var job = await app.JobAsync();
        var attempt = job.CurrentAttempt!;
        var reads = app.StatusReads;

        var body = Letters.Kling(attempt.RemoteId!, attempt.ClientReference);
        using var answer = await app.PostAsync($"kling/default/{attempt.ClientReference}", body, Letters.Signed(body, app.Clock.GetUtcNow()));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal((VideoState.Succeeded, 1, reads), ((await app.JobAsync()).State, (await app.OutcomesAsync()).Count, app.StatusReads));
    }

    [Fact]
    public async Task An_unsigned_delivery_is_worth_one_status_request()
    {
        await using var app = await HookedApp.StartAsync();
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Webhook, Kind = SandboxFaultKind.WebhookUnsigned });

        await app.GenerateAsync("fal");

        Assert.Equal(2, app.StatusReads);
        Assert.Equal(["submit"], (await app.OutcomesAsync()).Select(record => record.Source));
        Assert.DoesNotContain("X-Fal-Webhook-Signature", app.Received.All.Single().Headers.Keys);
    }

    [Fact]
    public async Task A_hundred_unsigned_deliveries_at_once_are_worth_one_status_request()
    {
        await using var app = await HookedApp.StartAsync(new() { RenderTime = TimeSpan.FromHours(1) });
        app.Silence();
        var generating = app.GenerateAsync("kling");
        await app.StatusReadAsync();
        var attempt = (await app.JobAsync()).CurrentAttempt!;
        var reference = attempt.ClientReference;
        var remoteId = (await app.OutcomesAsync()).Single().RemoteId!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.PostAsync($"kling/default/{reference}", Letters.Kling(remoteId, reference))));
        await app.StatusReadAsync(2);

        Assert.All(answers, answer => Assert.Equal(200, (int)answer.StatusCode));
        await app.Generator.CancelAsync((await app.JobAsync()).Id, app.Stop);
        await app.StatusReadAsync(3);
        Assert.Equal(3, app.StatusReads);
        Assert.False(generating.IsCompleted);
    }

    [Fact]
    public async Task Without_AddWebhooks_a_signature_of_fal_is_a_hint()
    {
        await using var app = await HookedApp.StartAsync(new() { AddsWebhooks = false });

        await app.GenerateAsync("fal");

        Assert.Contains(app.Log.Lines, line => line.Id == 1513);
        Assert.Contains(app.Log.Lines, line => line.Id == 1403 && line.Text.Contains("ISignatureVerifier", StringComparison.Ordinal));
        Assert.Equal(2, app.StatusReads);
    }
}
