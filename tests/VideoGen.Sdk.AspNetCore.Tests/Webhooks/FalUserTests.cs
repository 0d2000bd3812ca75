using System.Net.Http.Json;
using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>fal signs for all its customers with the same keys: without <c>WebhookUserId</c> a fitting signature is not yet about us.</summary>
public sealed class FalUserTests
{
    [Fact]
    public async Task Another_customers_signed_delivery_to_our_address_binds_no_remote_id()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = null });
        var reference = await LoseAnAnswerAsync(app);
        HideTheirRequest(app);

        var theirs = await DeliverAStrangersRequestAsync(app, reference);
        await app.StatusReadAsync();

        // The same letter again: its hint is followed only when the first one has been dealt with.
        (await app.PostAsync($"fal/default/{reference}", theirs.Body, theirs.Headers.Where(h => h.Key.StartsWith("X-Fal", StringComparison.OrdinalIgnoreCase)).ToDictionary())).Dispose();
        HideTheirRequest(app);
        await app.LetFloorsPassAsync(app.StatusReadAsync(2));

        Assert.Equal(200, theirs.Status);
        Assert.Contains("X-Fal-Webhook-Signature", theirs.Headers.Keys);
        Assert.DoesNotContain(await app.OutcomesAsync(), record => record.Verdict == SubmissionVerdict.Accepted);
        Assert.Contains(app.Log.Lines, line => line.Id == 1403 && line.Text.Contains("WebhookUserId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_customers_signed_delivery_is_refused_where_our_user_is_known()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = "somebody else than the sandbox" });
        var reference = await LoseAnAnswerAsync(app);

        Assert.Equal(401, (await DeliverAStrangersRequestAsync(app, reference)).Status);
        Assert.Equal(0, app.StatusReads);
    }

    [Fact]
    public async Task A_signed_delivery_recovers_a_lost_submit_once_fal_shows_the_request_to_our_key()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = null });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });

        await app.GenerateAsync("fal");

        var charge = Assert.Single(app.Sandbox.Charges);
        Assert.Contains(await app.OutcomesAsync(), record => (record.Verdict, record.Source, record.RemoteId) == (SubmissionVerdict.Accepted, "webhook", charge.RemoteId));
        Assert.Single(app.Calls.All, call => call.IsSubmit);
    }

    [Fact]
    public async Task A_signed_delivery_about_a_known_remote_id_ends_the_wait_and_counts_once()
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = null });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Webhook, Kind = SandboxFaultKind.WebhookDuplicate });

        await app.GenerateAsync("fal");
        await app.Received.WaitAsync(mail => mail.Status == 200, 2, app.Stop);

        Assert.Equal(2, app.StatusReads);
        Assert.Equal(["submit"], (await app.OutcomesAsync()).Select(record => record.Source));
        Assert.DoesNotContain(app.Log.Lines, line => line.Id == 1403);
    }

    [Theory]
    [InlineData(null, true, 1)]
    [InlineData(null, false, 0)]
    [InlineData("sandbox-user", true, 0)]
    public async Task A_missing_user_is_said_once_at_start_where_callbacks_are_asked_for(string? user, bool tellsPublicUrl, int warnings)
    {
        await using var app = await HookedApp.StartAsync(new() { FalUser = user, TellsPublicUrl = tellsPublicUrl, RenderTime = TimeSpan.FromHours(1) });
        _ = app.GenerateAsync("fal", "first");
        _ = app.GenerateAsync("fal", "second");
        await app.StatusReadAsync(2);

        Assert.Equal(warnings, app.Log.Lines.Count(line => line.Id == 1005 && line.Text.Contains("WebhookUserId", StringComparison.Ordinal)));
    }

    /// <summary>Our own request stays in fal's queue for ever, and nobody here knows its id.</summary>
    private static async Task<string> LoseAnAnswerAsync(HookedApp app)
    {
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "fal", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.Stuck });
        _ = app.GenerateAsync("fal");
        await app.Calls.WaitAsync(call => call.IsSubmit, 1, app.Stop);
        return (await app.JobAsync()).CurrentAttempt!.ClientReference;
    }

    private static async Task<Mail> DeliverAStrangersRequestAsync(HookedApp app, string reference)
    {
        var hook = Uri.EscapeDataString($"{app.Hooks}/fal/default/{reference}");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{app.Sandbox.UrlOf("fal")}/fal-ai/pika/v2.2/text-to-video?fal_webhook={hook}")) { Content = JsonContent.Create(new { prompt = "theirs" }) };
        request.Headers.Authorization = new("Key", "a stranger's");
        (await app.Http.SendAsync(request, app.Stop)).EnsureSuccessStatusCode();
        return (await app.Received.WaitAsync(mail => mail.Path.EndsWith(reference, StringComparison.Ordinal), 1, app.Stop))[0];
    }

    // The sandbox is one account with any number of keys; fal hides the requests of other accounts.
    private static void HideTheirRequest(HookedApp app) => app.Sandbox.AddFault(new SandboxFault
    {
        Vendor = "fal",
        Operation = SandboxOperation.Status,
        Kind = SandboxFaultKind.Status,
        Status = 404,
        Body = """{"detail":"Request not found"}""",
    });
}
