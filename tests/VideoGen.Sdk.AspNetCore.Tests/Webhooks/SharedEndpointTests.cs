using VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks;

/// <summary>An endpoint registered once for all jobs hears of jobs whose remote id is not written down yet. Nothing waits for a poll because of that: the app's clock stands still here.</summary>
public sealed class SharedEndpointTests
{
    // OpenAI's event names a remote id and nothing else, HeyGen's also our reference.
    [Theory]
    [InlineData("openai", "submit")]
    [InlineData("heygen", "webhook")]
    [InlineData("heygen-clip", "webhook")]
    public async Task An_event_before_the_remote_id_is_saved_delays_nothing(string vendor, string source)
    {
        var heard = new TaskCompletionSource();
        var chaos = new ChaosProcess().PauseBefore("jobs.RecordOutcome", () => heard.Task);
        await using var app = await HookedApp.StartAsync(new() { Chaos = chaos, TellsPublicUrl = false });
        await app.RegisterEndpointAsync(vendor.Split('-')[0]);

        var generating = app.GenerateAsync(vendor);
        await app.Received.WaitAsync(mail => mail.Status == 200, 1, app.Stop);
        heard.SetResult();
        await generating;

        Assert.Equal([source], (await app.OutcomesAsync()).Select(record => record.Source));
        Assert.Equal(1, app.StatusReads);
        Assert.Single(app.Calls.All, call => call.IsSubmit);
    }

    [Fact]
    public async Task An_event_about_a_lost_submit_that_echoes_nothing_leaves_no_wait_after_the_look_up()
    {
        await using var app = await HookedApp.StartAsync(new() { TellsPublicUrl = false });
        await app.RegisterEndpointAsync("openai");
        app.Sandbox.AddFault(new SandboxFault { Vendor = "openai", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });

        var generating = app.GenerateAsync("openai");
        await app.Received.WaitAsync(mail => mail.Status == 200, 1, app.Stop);
        Assert.DoesNotContain(await app.OutcomesAsync(), record => record.Verdict == SubmissionVerdict.Accepted);
        for (var steps = 0; steps < 60 && (await app.OutcomesAsync()).All(record => record.Verdict != SubmissionVerdict.Accepted); steps++)
        {
            await ((Task)generating).WaitAsync(TimeSpan.FromMilliseconds(200), app.Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            app.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        await generating;

        Assert.Equal(["lookup"], (await app.OutcomesAsync()).Where(record => record.Verdict == SubmissionVerdict.Accepted).Select(record => record.Source));
        Assert.Equal(1, app.StatusReads);
        Assert.Single(app.Sandbox.Charges);
    }

    [Theory]
    [InlineData("heygen")]
    [InlineData("heygen-clip")]
    public async Task An_event_that_echoes_our_reference_recovers_a_lost_submit_at_once(string vendor)
    {
        await using var app = await HookedApp.StartAsync(new() { TellsPublicUrl = false });
        await app.RegisterEndpointAsync("heygen");
        app.Sandbox.AddFault(new SandboxFault { Vendor = "heygen", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });

        await app.GenerateAsync(vendor);

        Assert.Single(await app.OutcomesAsync(), record => record is { Verdict: SubmissionVerdict.Accepted, Source: "webhook" });
        Assert.Equal(1, app.StatusReads);
        Assert.Single(app.Calls.All, call => call.IsSubmit);
        Assert.Single(app.Sandbox.Charges);
    }

    [Fact]
    public async Task An_event_with_an_id_of_another_kind_binds_nothing_and_raises_no_alarm()
    {
        await using var app = await HookedApp.StartAsync(new() { TellsPublicUrl = false });
        app.Sandbox.AddFault(new SandboxFault { Vendor = "heygen", Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.AcceptThenDrop });
        _ = app.GenerateAsync("heygen");
        await app.Calls.WaitAsync(call => call.IsSubmit, 1, app.Stop);
        var reference = (await app.JobAsync()).CurrentAttempt!.ClientReference;

        // An agent's session, told of a job whose status call takes video ids.
        var body = $"{{\"event_id\":\"e1\",\"event_type\":\"video_agent.success\",\"event_data\":{{\"session_id\":\"session-1\",\"callback_id\":\"{reference}\"}}}}";
        using var answer = await app.PostAsync("heygen/default", body, Letters.SignedByHeyGen(body));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.DoesNotContain(await app.OutcomesAsync(), record => record.RemoteId == "session-1");
        Assert.DoesNotContain(app.Log.Lines, line => line.Id == 1203);
    }
}
