using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class LostAnswerTests
{
    private static readonly SubmitScript Lost = new() { Submit = ScriptedSubmit.AcceptAndLoseAnswer };

    [Fact]
    public async Task A_lost_submit_answer_is_never_posted_again()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(Lost);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();

        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        for (var i = 0; i < 5; i++)
        {
            world.Clock.Pass(TimeSpan.FromMinutes(50));
            await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        }

        Assert.Equal(1, world.Vendors.Sum(v => v.Posts));
        Assert.Equal(LineState.Unverified, Assert.Single(await world.LinesAsync()).State);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_only_when_no_submit_can_be_under_way_any_more()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(Lost);
        var result = await world.StartProcess().GenerateAsync();

        await Truth.MustBeFinishedAsync(world, result);
        var records = await world.OutcomesAsync();
        Assert.Equal(["submit", "lookup"], records.Select(r => r.Source));
        Assert.True(records[1].At - records[0].At >= TimeSpan.FromSeconds(125), "120 s for the submit, 5 s margin");
    }

    [Fact]
    public async Task Not_found_is_no_proof_and_a_job_that_shows_itself_late_is_adopted()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(Lost with { HiddenLookups = 2 });
        var process = world.StartProcess();

        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        world.Clock.Pass(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        world.Clock.Pass(TimeSpan.FromMinutes(6));

        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
    }

    [Fact]
    public async Task A_person_who_asks_too_early_is_answered_without_a_look_up()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(Lost with { HiddenLookups = 1 });
        var process = world.StartProcess();

        var first = await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        var second = await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        Assert.Equal(first.Message, second.Message);
        Assert.Equal(first.JobId, second.JobId);
    }

    [Fact]
    public async Task An_ambiguous_match_is_never_adopted()
    {
        await using var world = new TestWorld();
        var vendor = world.Add().Vendor;
        vendor.Then(Lost with { ChargeUsd = 0m }).OnSubmit = body =>
        {
            vendor.Accept(body, new SubmitScript());
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        Assert.Null((await world.OnlyJobAsync()).CurrentAttempt!.RemoteId);
    }

    [Fact]
    public async Task A_remote_id_that_belongs_to_another_job_is_never_adopted()
    {
        await using var world = new TestWorld();
        var vendor = world.Add().Vendor;
        vendor.Then(new SubmitScript { RemoteId = "shared" }, Lost with { RemoteId = "shared" });
        var process = world.StartProcess();
        await process.GenerateAsync();

        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync(A.Request with { IdempotencyKey = "other" }));
    }

    [Theory]
    [InlineData(ScriptedSubmit.AcceptAndThrow)]
    [InlineData(ScriptedSubmit.LoseRequest)]
    public async Task Whatever_else_happens_to_a_submit_counts_as_unknown(ScriptedSubmit fate)
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(new SubmitScript { Submit = fate });

        await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
        Assert.Equal(0.30m, (await world.LinesAsync()).Single().ReservedUsd);
    }

    [Fact]
    public async Task An_acceptance_without_an_id_is_unknown_and_keeps_its_money_held()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(new SubmitScript { RemoteId = "" });

        await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal(LineState.Unverified, (await world.LinesAsync()).Single().State);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_replay_under_the_vendors_key_stays_in_its_attempt_and_returns_the_first_job()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false, ReplayWindow = TimeSpan.FromHours(20) }).Vendor.Then(Lost);
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(2, world.Vendor.Posts);
        Assert.Equal(1, result.Attempts);
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task An_answered_replay_shows_that_the_account_answers_again()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false, ReplayWindow = TimeSpan.FromHours(20) }).Vendor.Then(Lost);
        var process = world.StartProcess();
        await process.GenerateAsync();

        var health = process.Services.GetRequiredService<ProviderHealth>();
        Assert.True(health.MayPost("scripted/default"));
        Assert.True(health.MayPost("scripted/default"), "nobody needs to go first any more");
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("switch off")]
    [InlineData("pause")]
    [InlineData("deadline")]
    [InlineData("another account's key")]
    public async Task What_speaks_against_a_new_post_by_now_speaks_against_a_replay(string objection)
    {
        // The first POST never arrived, so the replay would be what buys the video.
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false, ReplayWindow = TimeSpan.FromHours(20) }).Vendor.Then(Lost with { Submit = ScriptedSubmit.LoseRequest });
        var process = world.StartProcess();
        var generating = process.BeginAsync(A.Request with { Deadline = objection == "deadline" ? TimeSpan.FromMinutes(1) : null });
        await Turns.UntilAsync(() => world.Vendor.Posts == 1);
        switch (objection)
        {
            case "cancel":
                await process.CancelAsync((await world.OnlyJobAsync()).Id);
                break;
            case "switch off":
                world.Account("default").Enabled = false;
                break;
            case "another account's key":
                world.Provider("default").Account = "two";
                break;
            case "pause":
                await world.Jobs.PauseAsync("scripted", TestContext.Current.CancellationToken);
                break;
        }

        await Assert.ThrowsAnyAsync<VideoGenerationException>(() => world.DriveAsync(generating));
        world.Clock.Pass(TimeSpan.FromHours(3));
        await Assert.ThrowsAnyAsync<VideoGenerationException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
        Assert.Empty(world.RemoteJobs);
    }

    [Fact]
    public async Task Outside_the_replay_window_nothing_is_sent_again()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false, ReplayWindow = TimeSpan.FromMinutes(2) }).Vendor.Then(Lost);

        await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_caller_who_allows_a_possible_double_charge_gets_a_video_and_both_attempts_hold_money()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(Lost);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync(A.Request with { AllowPossibleDoubleCharge = true });

        Assert.Equal("second", result.Provider);
        Assert.Equal(0.30m, result.UnverifiedUsd);
        Assert.Equal([LineState.Unverified, LineState.Charged], (await world.LinesAsync()).Select(l => l.State));
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task An_attempt_left_behind_for_a_possible_double_charge_is_looked_up_again_until_its_price_is_known()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(Lost with { HiddenLookups = 1, Statuses = [new() { State = ProviderJobState.Running }, new() { State = ProviderJobState.Running }, .. new SubmitScript().Statuses] });
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var request = A.Request with { AllowPossibleDoubleCharge = true };
        var process = world.StartProcess();
        var result = await process.GenerateAsync(request);

        Assert.Equal(("second", 0.25m, 0.30m), (result.Provider, result.CostUsd, result.UnverifiedUsd));
        Assert.Equal(LineState.Unverified, (await world.LinesAsync())[0].State);
        await process.GenerateAsync(request);
        Assert.Equal(LineState.Unverified, (await world.LinesAsync())[0].State);
        await process.GenerateAsync(request);
        result = await process.GenerateAsync(request);
        Assert.Equal((0.50m, 0m), (result.CostUsd, result.UnverifiedUsd));
        Assert.All(await world.LinesAsync(), l => Assert.Equal((LineState.Charged, 0.25m), (l.State, l.ChargedUsd)));
        Assert.Equal(2, world.Vendors.Sum(v => v.Posts));
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task An_attempt_left_behind_that_shows_itself_in_time_is_booked_with_the_video()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(Lost with { HiddenLookups = 1, Statuses = [new() { State = ProviderJobState.Succeeded, ChargeUsd = 0.25m }] });
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync(A.Request with { AllowPossibleDoubleCharge = true });

        Assert.Equal((0.50m, 0m), (result.CostUsd, result.UnverifiedUsd));
        Assert.Equal((0.50m, 0m), ((await world.OnlyJobAsync()).CostUsd, (await world.OnlyJobAsync()).UnverifiedUsd));
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task A_remote_id_is_a_fact_that_an_earlier_statement_does_not_undo()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.OnSubmit = async body => await world.Jobs.RecordOutcomeAsync(new SubmissionRecord
        {
            JobId = (await world.OnlyJobAsync()).Id,
            Attempt = 1,
            ClientReference = body.ClientReference,
            Verdict = SubmissionVerdict.NotSent,
            Failure = new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "somebody believed so" },
            Source = "person",
        });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(1, result.Attempts);
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task An_unknown_outcome_costs_one_job_a_look_up_and_not_all()
    {
        await using var world = new TestWorld();
        var first = world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(Lost);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();
        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());

        Assert.Equal("second", (await process.GenerateAsync(A.Request with { IdempotencyKey = "other" })).Provider);
        Assert.Equal(1, first.Posts);
        world.Clock.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal("scripted", (await process.GenerateAsync(A.Request with { IdempotencyKey = "later" })).Provider);
    }

    [Fact]
    public async Task A_vendor_left_alone_after_an_unknown_outcome_is_waited_for_when_nobody_else_can()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(Lost);
        var process = world.StartProcess();
        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());

        await process.GenerateAsync(A.Request with { IdempotencyKey = "other" });
        var lines = await world.LinesAsync();
        Assert.True(lines[^1].StartedAt - lines[0].StartedAt >= TimeSpan.FromSeconds(15));
    }
}
