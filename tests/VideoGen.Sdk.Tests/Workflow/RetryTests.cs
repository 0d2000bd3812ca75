using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class RetryTests
{
    [Fact]
    public async Task A_candidate_is_tried_three_times_each_time_as_a_new_attempt()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.Transient);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(("second", 4), (result.Provider, result.Attempts));
        Assert.Equal(3, world.Vendor.Posts);
        Assert.Equal(4, (await world.LinesAsync()).Select(l => l.ClientReference).Distinct().Count());
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task A_vendor_that_took_the_job_and_failed_it_is_left_for_the_next_at_once()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Fails(ProviderFailureKind.Transient);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(("second", 2), (result.Provider, result.Attempts));
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task A_vendor_that_asks_for_a_minute_is_left_for_the_next_at_once()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.Transient, TimeSpan.FromMinutes(1));
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(("second", 2), (result.Provider, result.Attempts));
    }

    [Fact]
    public async Task With_nobody_else_the_minute_is_waited_out()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Rejected(ProviderFailureKind.Transient, TimeSpan.FromMinutes(1)));
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(2, result.Attempts);
        Assert.True(result.CompletedAt - result.CreatedAt >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Once_the_next_is_lost_too_the_first_is_tried_again()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Fails(ProviderFailureKind.Transient));
        world.Add(new ScriptedProviderOptions { Name = "second" }).Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.OutOfCredit);
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(("scripted", 3), (result.Provider, result.Attempts));
    }

    [Fact]
    public async Task Who_stood_aside_is_asked_again_when_the_other_does_not_fit_after_all()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { EstimateUsd = 0.25m }).Vendor.Then(SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Failed }));
        world.Add(new ScriptedProviderOptions { Name = "second", EstimateUsd = 0.60m });
        var result = await world.StartProcess().GenerateAsync(A.Request with { PerVideoLimitUsd = 0.65m });

        Assert.Equal(("scripted", 2), (result.Provider, result.Attempts));
    }

    [Fact]
    public async Task A_job_is_tried_eight_times_over_all()
    {
        await using var world = new TestWorld();
        for (var i = 0; i < 4; i++)
        {
            world.Add(new ScriptedProviderOptions { Name = $"v{i}" }).Vendor.Default = SubmitScript.Fails(ProviderFailureKind.Transient);
        }

        var failed = await Assert.ThrowsAsync<AllProvidersFailedException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal(8, failed.Attempts.Count);
        Assert.Equal(8, world.RemoteJobs.Count());
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task The_numbers_of_tries_are_options()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Fails(ProviderFailureKind.Transient);
        var process = world.StartProcess(configure: s => s.Configure<WorkflowOptions>(o => (o.MaxAttemptsPerCandidate, o.MaxAttempts) = (2, 5)));

        Assert.Equal(2, (await Assert.ThrowsAsync<AllProvidersFailedException>(() => process.GenerateAsync())).Attempts.Count);
    }

    [Fact]
    public async Task A_failure_without_a_reason_counts_and_leaves_its_money_held()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Failed });

        Assert.Equal(3, (await Assert.ThrowsAsync<AllProvidersFailedException>(() => world.StartProcess().GenerateAsync())).Attempts.Count);
        Assert.Equal(0.90m, (await world.OnlyJobAsync()).UnverifiedUsd);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_short_rate_limit_is_waited_out_at_the_same_vendor()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Rejected(ProviderFailureKind.RateLimited, TimeSpan.FromSeconds(70)));
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal("scripted", result.Provider);
        Assert.True(result.CompletedAt - result.CreatedAt >= TimeSpan.FromSeconds(70));
    }

    [Fact]
    public async Task A_long_rate_limit_goes_to_the_next_provider_at_once()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Rejected(ProviderFailureKind.RateLimited, TimeSpan.FromHours(3)));
        world.Add(new ScriptedProviderOptions { Name = "second" });

        Assert.Equal("second", (await world.StartProcess().GenerateAsync()).Provider);
    }

    [Fact]
    public async Task A_long_rate_limit_of_the_only_provider_costs_a_wait_and_neither_this_job_nor_the_next()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Rejected(ProviderFailureKind.RateLimited, TimeSpan.FromMinutes(40)));
        var process = world.StartProcess();

        var first = process.BeginAsync();
        await Turns.UntilAsync(() => world.Vendor.Posts == 1);
        await Turns.UntilAsync(async () => (await world.OnlyJobAsync()).State == VideoState.Scheduled);

        var second = process.BeginAsync(A.Request with { IdempotencyKey = "second" });
        await world.DriveAsync(first, second);
        await world.DriveAsync(second);

        // One refusal for both: the other waited for the end of the limit without asking.
        Assert.Equal(3, world.Vendor.Posts);
        Assert.True(world.Clock.GetUtcNow() >= TestWorld.Start.AddMinutes(40));
    }

    [Fact]
    public async Task A_job_that_somebody_cancelled_at_the_vendor_is_not_bought_again()
    {
        await using var world = new TestWorld();
        var failure = new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "cancelled" };
        world.Add().Vendor.Then(new SubmitScript { Statuses = [new() { State = ProviderJobState.Cancelled, Failure = failure }] });
        world.Add(new ScriptedProviderOptions { Name = "second" });

        var failed = await Assert.ThrowsAsync<AllProvidersFailedException>(() => world.StartProcess().GenerateAsync());
        Assert.Contains("cancelled at the vendor", failed.Message, StringComparison.Ordinal);
        Assert.Equal(1, world.Vendors.Sum(v => v.Posts));
    }

    [Theory]
    [InlineData(ProviderFailureKind.NotSupported)]
    [InlineData(ProviderFailureKind.Authentication)]
    [InlineData(ProviderFailureKind.OutOfCredit)]
    [InlineData(ProviderFailureKind.Retired)]
    public async Task What_trying_again_cannot_heal_goes_to_the_next_provider(ProviderFailureKind kind)
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(kind);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(("second", 2), (result.Provider, result.Attempts));
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Theory]
    [InlineData(ProviderFailureKind.InvalidRequest)]
    [InlineData(ProviderFailureKind.ContentRejected)]
    public async Task A_wrong_or_moderated_request_goes_nowhere_else(ProviderFailureKind kind)
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(kind);
        var second = world.Add(new ScriptedProviderOptions { Name = "second" });

        await Assert.ThrowsAnyAsync<VideoGenerationException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal((1, 0), (world.Vendor.Posts, second.Vendor.Posts));
    }

    [Fact]
    public async Task A_job_that_is_not_sent_is_tried_again_and_holds_nothing()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(new SubmitScript { Submit = ScriptedSubmit.NotSent }, new SubmitScript { Submit = ScriptedSubmit.NotSent });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(3, result.Attempts);
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task Every_plan_is_kept_as_an_explanation()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.OutOfCredit);
        world.Add(new ScriptedProviderOptions { Name = "second" });
        await world.StartProcess().GenerateAsync();
        var plans = (await world.OnlyJobAsync()).Plans;

        Assert.Equal(2, plans.Count);
        Assert.Contains("already tried", Assert.Single(plans[1].Exclusions, e => e.Provider == "scripted").Reason, StringComparison.Ordinal);
    }
}
