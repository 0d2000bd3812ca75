using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A failure is a fact: the first caller and every later one get the same.</summary>
public sealed class StoredFailureTests
{
    [Theory]
    [InlineData(ProviderFailureKind.InvalidRequest, typeof(InvalidVideoRequestException))]
    [InlineData(ProviderFailureKind.ContentRejected, typeof(ContentRejectedException))]
    [InlineData(ProviderFailureKind.Authentication, typeof(AllProvidersFailedException))]
    [InlineData(ProviderFailureKind.Transient, typeof(AllProvidersFailedException))]
    public async Task A_failed_job_throws_the_same_for_every_caller(ProviderFailureKind kind, Type exception)
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(kind);
        var (first, later) = await TwiceAsync(world, A.Request);

        Assert.IsType(exception, first);
        MustBeSame(first, later);
        Assert.Equal(kind, first.Failure?.Kind);
        Assert.Equal((first as AllProvidersFailedException)?.Attempts, (later as AllProvidersFailedException)?.Attempts);
    }

    [Fact]
    public async Task A_budget_in_the_way_says_limit_asked_available_and_reset_to_every_caller()
    {
        await using var world = new TestWorld();
        world.Add();
        void Configure(IServiceCollection services) => services.Configure<BudgetOptions>(o => o.DailyLimitUsd = 0.5m);
        await world.StartProcess(configure: Configure).GenerateAsync(A.Request with { IdempotencyKey = "earlier" });
        var (first, later) = await TwiceAsync(world, A.Request, Configure);

        var exceeded = Assert.IsType<BudgetExceededException>(first);
        MustBeSame(first, later);
        Assert.Equal(("daily budget", 0.30m, 0.25m), (exceeded.Limit, exceeded.Asked, exceeded.Available));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), exceeded.ResetsAt);
        Assert.Equal(exceeded.ResetsAt, ((BudgetExceededException)later).ResetsAt);
        Assert.Equal(1, world.Vendor.Posts);
        Assert.Single(await world.LinesAsync());
    }

    [Fact]
    public async Task A_request_that_nobody_can_do_says_of_each_why()
    {
        await using var world = new TestWorld();
        world.Add();
        var (first, later) = await TwiceAsync(world, A.Request with { Duration = TimeSpan.FromSeconds(40) });

        var none = Assert.IsType<NoCandidateException>(first);
        MustBeSame(first, later);
        Assert.Equal("offers 5, 10, 15 s, asked 40 s", Assert.Single(none.Exclusions, e => e.Provider == "scripted").Reason);
        Assert.Equal(none.Exclusions, ((NoCandidateException)later).Exclusions);
    }

    [Fact]
    public async Task A_passed_deadline_and_a_cancel_are_told_to_every_caller()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.OnUpload = () =>
        {
            world.Clock.Advance(TimeSpan.FromMinutes(2));
            return Task.CompletedTask;
        };
        var request = A.Request with { Deadline = TimeSpan.FromMinutes(1), ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1 }, "image/png")] };
        var (first, later) = await TwiceAsync(world, request);

        Assert.IsType<VideoGenerationTimeoutException>(first);
        MustBeSame(first, later);
        Assert.Equal(VideoState.Failed, (await world.OnlyJobAsync()).State);
        Assert.Equal(0, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_retry_makes_new_attempts_of_the_same_job()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then([.. Enumerable.Repeat(SubmitScript.Rejected(ProviderFailureKind.OutOfCredit), 1)]);
        var process = world.StartProcess();
        var failed = await Assert.ThrowsAsync<AllProvidersFailedException>(() => process.GenerateAsync());
        world.Clock.Pass(TimeSpan.FromMinutes(6));

        var result = await process.RetryFailedAsync(failed.JobId!);
        Assert.Equal(failed.JobId, result.JobId);
        Assert.Equal(2, result.Attempts);
        await Truth.MustBeFinishedAsync(world, result);
        Assert.Equal(result.JobId, (await process.GenerateAsync()).JobId);
    }

    [Fact]
    public async Task Only_a_failed_job_gets_new_attempts()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var done = await process.GenerateAsync();

        var refused = await Assert.ThrowsAsync<VideoGenerationException>(() => process.RetryFailedAsync(done.JobId));
        Assert.Equal(done.JobId, refused.JobId);
        await Assert.ThrowsAsync<VideoGenerationException>(() => process.RetryFailedAsync("nosuchjob"));
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task Retrying_after_a_charged_failure_adds_to_what_the_job_cost()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Fails(ProviderFailureKind.ContentRejected, ChargeCertainty.Charged, 0.1m));
        var process = world.StartProcess();
        var failed = await Assert.ThrowsAsync<ContentRejectedException>(() => process.GenerateAsync());

        Assert.Equal(0.35m, (await process.RetryFailedAsync(failed.JobId!)).CostUsd);
    }

    private static async Task<(VideoGenerationException First, VideoGenerationException Later)> TwiceAsync(TestWorld world, VideoRequest request, Action<IServiceCollection>? configure = null)
    {
        var first = await world.StartProcess(configure: configure).TryGenerateAsync(request);
        var later = await world.StartProcess(configure: configure).TryGenerateAsync(request);
        return (Assert.IsAssignableFrom<VideoGenerationException>(first.Failure), Assert.IsAssignableFrom<VideoGenerationException>(later.Failure));
    }

    private static void MustBeSame(VideoGenerationException first, VideoGenerationException later)
    {
        Assert.IsType(first.GetType(), later);
        Assert.Equal(first.Message, later.Message);
        Assert.Equal(first.JobId, later.JobId);
        Assert.NotNull(first.JobId);
        Assert.Equal(first.Failure, later.Failure);
    }
}
