using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A process that runs jobs delivers alerts, by no more than that.</summary>
public sealed class AlertedRunTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_runs_a_job_delivers_what_the_job_reached(bool isDurable)
    {
        await using var world = new TestWorld(isDurable);
        world.Add();
        var sink = new FirstSink();
        var process = Start(world, sink);
        await process.GenerateAsync();
        world.Clock.Pass(TimeSpan.FromSeconds(10));

        var alert = await sink.First.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((75, "daily budget", 0.30m), (alert.Percent, alert.LimitName, alert.UsedUsd));
    }

    [Fact]
    public async Task What_a_job_reached_is_delivered_before_its_process_ends_even_when_that_is_at_once()
    {
        await using var world = new TestWorld();
        world.Add();
        var sink = new FirstSink();
        var process = Start(world, sink);
        await process.GenerateAsync();
        await world.Clock.DriveToEndAsync(process.DisposeAsync().AsTask());

        Assert.True(sink.First.Task.IsCompleted, "nothing was delivered");
    }

    [Fact]
    public async Task A_process_that_only_plans_delivers_nothing()
    {
        await using var world = new TestWorld();
        world.Add();
        await world.StartProcess(configure: Configure).GenerateAsync();
        var sink = new FirstSink();
        var planner = Start(world, sink);
        await planner.PlanAsync();
        await world.Clock.DriveToEndAsync(planner.DisposeAsync().AsTask());

        Assert.False(sink.First.Task.IsCompleted, "a process without jobs delivered");
    }

    private static TestProcess Start(TestWorld world, FirstSink sink) => world.StartProcess(configure: services =>
    {
        Configure(services);
        services.AddSingleton<IBudgetAlertSink>(sink);
    });

    private static void Configure(IServiceCollection services) => services.Configure<BudgetOptions>(budget => budget.DailyLimitUsd = 0.35m);

    private sealed class FirstSink : IBudgetAlertSink
    {
        public TaskCompletionSource<BudgetAlert> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default)
        {
            First.TrySetResult(alert);
            return Task.CompletedTask;
        }
    }
}
