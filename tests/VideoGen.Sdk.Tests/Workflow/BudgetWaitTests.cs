using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A spent budget, for an app that would rather wait than fail.</summary>
public sealed class BudgetWaitTests
{
    private static readonly DateTimeOffset NextDay = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_job_waits_for_the_day_that_has_room_again()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = world.StartProcess(configure: Waits(daily: 0.5m));
        await app.GenerateAsync(A.Request with { IdempotencyKey = "earlier" });

        await app.GenerateAsync(A.Request);

        var lines = await world.LinesAsync();
        Assert.Equal(2, lines.Count);
        Assert.Single(lines, line => line.ReservedAt >= NextDay);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_deadline_before_the_reset_fails_at_once()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = world.StartProcess(configure: Waits(daily: 0.5m));
        await app.GenerateAsync(A.Request with { IdempotencyKey = "earlier" });

        var spent = await Assert.ThrowsAsync<BudgetExceededException>(() => app.GenerateAsync(A.Request with { Deadline = TimeSpan.FromHours(2) }));
        Assert.Equal(NextDay, spent.ResetsAt);
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Theory]
    [InlineData(0.1, null)]
    [InlineData(null, 0.1)]
    public async Task What_no_reset_can_help_fails_at_once(double? daily, double? perVideo)
    {
        await using var world = new TestWorld();
        world.Add();
        var app = world.StartProcess(configure: Waits((decimal?)daily ?? 10m));

        await Assert.ThrowsAsync<BudgetExceededException>(() => app.GenerateAsync(A.Request with { PerVideoLimitUsd = (decimal?)perVideo }));
        Assert.True(world.Clock.GetUtcNow() < NextDay);
    }

    private static Action<IServiceCollection> Waits(decimal daily) => services => services.Configure<BudgetOptions>(o =>
    {
        o.DailyLimitUsd = daily;
        o.OnBudgetExhausted = BudgetExhaustion.WaitForReset;
    });
}
