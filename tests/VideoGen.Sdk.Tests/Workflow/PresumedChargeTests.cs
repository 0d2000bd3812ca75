using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>Money was booked because nobody could say for too long what became of it; then somebody can.</summary>
public sealed class PresumedChargeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_video_that_is_found_after_all_corrects_amount_and_outcome()
    {
        await using var world = new TestWorld();
        var (app, job) = await PresumedAsync(world, ScriptedSubmit.AcceptAndLoseAnswer);

        await app.Queue.ResolveAsync(job, new SubmitFinding.Accepted(world.RemoteJobs.Single().RemoteId), Stop);
        var result = await app.Process.GenerateAsync();

        await Truth.MustBeFinishedAsync(world, result);
        Assert.Equal((0.25m, ChargeSource.Vendor, AttemptOutcome.Succeeded), Assert.Single(await world.LinesAsync()) is var line ? (line.ChargedUsd, line.Source, line.Outcome) : default);
        Assert.Equal(
            [(LedgerEntryKind.Reserved, 0.30m), (LedgerEntryKind.Unverified, 0.30m), (LedgerEntryKind.Charged, 0.30m), (LedgerEntryKind.Corrected, -0.05m)],
            (await world.EntriesAsync()).Select(entry => (entry.Kind, entry.AmountUsd)));
    }

    [Fact]
    public async Task What_a_person_finds_to_have_never_been_taken_is_corrected_to_nothing_and_tried_again()
    {
        await using var world = new TestWorld();
        var (app, job) = await PresumedAsync(world, ScriptedSubmit.LoseRequest);

        await app.Queue.ResolveAsync(job, new SubmitFinding.Rejected(), Stop);
        var result = await app.Process.GenerateAsync();

        await Truth.MustBeFinishedAsync(world, result);
        Assert.Equal([(0m, AttemptOutcome.Rejected), (0.25m, AttemptOutcome.Succeeded)], (await world.LinesAsync()).Select(line => (line.ChargedUsd, line.Outcome!.Value)));
        Assert.Contains((LedgerEntryKind.Corrected, -0.30m), (await world.EntriesAsync()).Select(entry => (entry.Kind, entry.AmountUsd)));
    }

    [Fact]
    public async Task An_absurd_amount_that_comes_late_is_kept_in_words_and_not_trusted()
    {
        await using var world = new TestWorld();
        var (app, job) = await PresumedAsync(world, ScriptedSubmit.AcceptAndLoseAnswer, new ProviderJobStatus { State = ProviderJobState.Succeeded, ChargeUsd = -3m });

        await app.Queue.ResolveAsync(job, new SubmitFinding.Accepted(world.RemoteJobs.Single().RemoteId), Stop);
        await app.Process.GenerateAsync();

        var line = Assert.Single(await world.LinesAsync());
        Assert.Equal((0.30m, ChargeSource.Estimate), (line.ChargedUsd, line.Source));
        Assert.Contains("stated -3 USD", line.Flag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_that_was_left_behind_is_asked_about_again_and_corrected()
    {
        await using var world = new TestWorld();
        var request = A.Request with { AllowPossibleDoubleCharge = true };
        var process = await DoubtfulRun.LeaveBehindAsync(world, request);
        await PresumeAsync(world);

        var result = await process.GenerateAsync(request);

        Assert.Equal((0.50m, 0m), (result.CostUsd, result.UnverifiedUsd));
        Assert.All(await world.LinesAsync(), line => Assert.Equal((0.25m, AttemptOutcome.Succeeded, ChargeSource.Vendor), (line.ChargedUsd, line.Outcome!.Value, line.Source!.Value)));
        await Truth.MustHoldAsync(world);
    }

    private static async Task<(WorkerProcess App, string JobId)> PresumedAsync(TestWorld world, ScriptedSubmit fate, params ProviderJobStatus[] statuses)
    {
        var script = new SubmitScript { Submit = fate };
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(statuses.Length == 0 ? script : script with { Statuses = statuses });
        var app = await WorkerProcess.StartAsync(world, places: null);
        await Assert.ThrowsAsync<NeedsAttentionException>(() => app.Process.GenerateAsync());
        await PresumeAsync(world);
        return (app, (await world.OnlyJobAsync()).Id);
    }

    private static async Task PresumeAsync(TestWorld world)
    {
        world.Clock.Pass(TimeSpan.FromMinutes(3));
        var key = Assert.Single(await world.LinesAsync(), line => line.State is LineState.Unverified).Key;
        Assert.Equal(ChargeSource.Presumed, (await world.Costs.PresumeChargedAsync(key, Soon, Stop)).Source);
    }
}
