using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>Every fault of the sandbox, for presenters and for clips.</summary>
public sealed class HeyGenFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SandboxFaultKind.AcceptThenDrop, 1)]
    [InlineData(SandboxFaultKind.DropBeforeAccept, 0)]
    [InlineData(SandboxFaultKind.MalformedJson, 1)]
    public async Task A_lost_answer_is_a_doubt_and_a_clip_is_recovered_under_its_key_and_charged_once(SandboxFaultKind fault, int jobs)
    {
        foreach (var spec in new[] { HeyGenDesk.Clip(), HeyGenDesk.Presenter(), HeyGenDesk.Template() })
        {
            await using var sandbox = await StartAsync();
            sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Submit });
            var heygen = HeyGenDesk.At(sandbox);
            var body = await heygen.ComposeAsync(HeyGenDesk.Task(spec), Token);

            var lost = Assert.IsType<SubmissionOutcome.Unknown>(await heygen.SubmitAsync(body, Token));
            Assert.Equal(ChargeCertainty.Unknown, lost.Failure.Charge);
            Assert.Equal(spec.Model != "avatar_iv", body.IsReplayable);
            if (body.IsReplayable)
            {
                var replayed = Assert.IsType<SubmissionOutcome.Accepted>(await heygen.SubmitAsync(body, Token));
                Assert.Equal(ProviderJobState.Succeeded, (await HeyGenDesk.EndAsync(heygen, HeyGenDesk.JobOf(body, replayed.RemoteId, spec), Token)).State);
                Assert.Single(sandbox.Charges);
            }
            else
            {
                // Nobody posted again: what the vendor made of the one POST is all there is.
                await UntilAsync(() => sandbox.Charges.Count >= jobs);
                Assert.Equal(jobs, sandbox.Charges.Count);
            }
        }
    }

    [Theory]
    [InlineData(SandboxFaultKind.FailedFree, ProviderFailureKind.Transient, ChargeCertainty.None, 0)]
    [InlineData(SandboxFaultKind.ModeratedCharged, ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown, 1)]
    public async Task A_job_that_fails_says_why_and_frees_money_only_where_it_was_free(SandboxFaultKind fault, ProviderFailureKind kind, ChargeCertainty charge, int charges)
    {
        foreach (var spec in new[] { HeyGenDesk.Clip(), HeyGenDesk.Presenter(), HeyGenDesk.Template(), HeyGenDesk.Agent() })
        {
            await using var sandbox = await StartAsync();
            sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Submit });
            var heygen = HeyGenDesk.At(sandbox);

            var status = await HeyGenDesk.EndAsync(heygen, await SubmitAsync(heygen, spec), Token);

            Assert.Equal((ProviderJobState.Failed, kind, charge, charges), (status.State, status.Failure!.Kind, status.Failure.Charge, sandbox.Charges.Count));
        }
    }

    [Theory]
    [InlineData(SandboxFaultKind.UnknownState, ProviderJobState.Unknown)]
    [InlineData(SandboxFaultKind.NoOutput, ProviderJobState.Unknown)]
    [InlineData(SandboxFaultKind.Stuck, ProviderJobState.Queued)]
    public async Task What_is_unclear_is_never_an_end(SandboxFaultKind fault, ProviderJobState state)
    {
        foreach (var spec in new[] { HeyGenDesk.Clip(), HeyGenDesk.Presenter() })
        {
            await using var sandbox = await StartAsync();
            var heygen = HeyGenDesk.At(sandbox);
            var job = await SubmitAsync(heygen, spec);
            await HeyGenDesk.EndAsync(heygen, job, Token);
            sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Status });

            Assert.Equal(state, (await heygen.GetStatusAsync(job, Token)).State);
        }
    }

    [Theory]
    [InlineData(503, "down", 7)]
    [InlineData(429, """{"error":{"code":"rate_limit_exceeded","message":"slow"}}""", 7)]
    public async Task A_status_answered_with_a_fault_is_asked_again_or_said(int status, string body, int seconds)
    {
        await using var sandbox = await StartAsync();
        var heygen = HeyGenDesk.At(sandbox);
        var job = await SubmitAsync(heygen, HeyGenDesk.Clip());
        sandbox.AddFault(new SandboxFault
        {
            Kind = SandboxFaultKind.Status, Operation = SandboxOperation.Status, Status = status, Body = body, When = new FaultSchedule.Next(9),
            Headers = new Dictionary<string, string> { ["Retry-After"] = status == 429 ? "7" : "0" },
        });

        var failure = (await Assert.ThrowsAsync<ProviderCallException>(() => heygen.GetStatusAsync(job, Token))).Failure!;

        Assert.Equal(status == 429 ? ProviderFailureKind.RateLimited : ProviderFailureKind.Transient, failure.Kind);
        Assert.Equal(status == 429 ? TimeSpan.FromSeconds(seconds) : null, failure.RetryAfter);
    }

    [Fact]
    public async Task A_submit_refused_by_the_vendors_own_load_says_when_to_come_again()
    {
        await using var sandbox = await VideoSandbox.StartAsync(
            new VideoSandboxOptions { RenderTime = TimeSpan.FromHours(1), Concurrency = new Dictionary<string, int> { ["heygen"] = 1 } }, Token);
        var heygen = HeyGenDesk.At(sandbox);
        await SubmitAsync(heygen, HeyGenDesk.Presenter());

        var refused = Assert.IsType<SubmissionOutcome.Rejected>(await heygen.SubmitAsync(await heygen.ComposeAsync(HeyGenDesk.Task(), Token), Token)).Failure;

        Assert.Equal((ProviderFailureKind.RateLimited, TimeSpan.FromSeconds(20)), (refused.Kind, refused.RetryAfter));
    }

    [Fact]
    public async Task An_expired_link_is_replaced_by_a_fresh_one()
    {
        foreach (var spec in new[] { HeyGenDesk.Clip(), HeyGenDesk.Presenter(), HeyGenDesk.Agent() })
        {
            await using var sandbox = await StartAsync();
            var heygen = HeyGenDesk.At(sandbox);
            var job = await SubmitAsync(heygen, spec);
            var status = await HeyGenDesk.EndAsync(heygen, job, Token);
            sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.ExpiredLink, Operation = SandboxOperation.Download });

            await using var content = await heygen.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);

            Assert.True(content.TotalBytes > 0);
        }
    }

    [Theory]
    [InlineData(SandboxFaultKind.Truncated)]
    [InlineData(SandboxFaultKind.Endless)]
    [InlineData(SandboxFaultKind.WrongType)]
    public async Task A_spoilt_file_is_never_taken_for_a_whole_one(SandboxFaultKind fault)
    {
        await using var sandbox = await StartAsync();
        var heygen = HeyGenDesk.At(sandbox, o => o.MaxDownloadBytes = 1_000_000);
        var job = await SubmitAsync(heygen, HeyGenDesk.Clip());
        var status = await HeyGenDesk.EndAsync(heygen, job, Token);
        sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Download });

        string? type = null;
        var failed = await Record.ExceptionAsync(async () =>
        {
            await using var content = await heygen.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);
            type = content.ContentType;
            await content.Stream.CopyToAsync(Stream.Null, Token);
        });

        Assert.True(failed is not null || type?.StartsWith("text/html", StringComparison.Ordinal) == true);
    }

    private static Task<VideoSandbox> StartAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);

    private static async Task<RemoteJob> SubmitAsync(HeyGenProvider heygen, GenerationSpec spec)
    {
        var body = await heygen.ComposeAsync(HeyGenDesk.Task(spec), Token);
        return HeyGenDesk.JobOf(body, Assert.IsType<SubmissionOutcome.Accepted>(await heygen.SubmitAsync(body, Token)).RemoteId, spec);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
