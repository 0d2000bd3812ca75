using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class AlertDeliveryTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryCostStore store;
    private readonly HeardSink heard = new();
    private readonly ChaosProcess process = new();

    public AlertDeliveryTests() => store = new InMemoryCostStore(clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_alert_reaches_every_sink_once()
    {
        var second = new HeardSink();
        await SpendAsync("a", 9m);
        await Delivery(heard, second).RunAsync(Stop);
        await Delivery(heard, second).RunAsync(Stop);

        Assert.Equal([75, 90], heard.Alerts.Select(alert => alert.Percent));
        Assert.Equal(heard.Alerts.Select(alert => alert.Id), second.Alerts.Select(alert => alert.Id));
        Assert.All(await store.AlertsAsync(cancellationToken: Stop).ToListAsync(Stop), alert => Assert.NotNull(alert.DeliveredAt));
    }

    [Fact]
    public async Task A_failed_delivery_comes_again_later_each_time_under_the_same_id()
    {
        process.At("alerts.Deliver", ChaosEffect.Fail).At("alerts.Deliver", ChaosEffect.Fail, 2);
        await SpendAsync("a", 8m);
        var delivery = Delivery(new ChaosBudgetAlertSink(heard, process));
        await delivery.RunAsync(Stop);
        clock.Advance(TimeSpan.FromSeconds(10));
        await delivery.RunAsync(Stop);
        clock.Advance(TimeSpan.FromSeconds(19));
        await delivery.RunAsync(Stop);
        Assert.Empty(heard.Alerts);

        clock.Advance(TimeSpan.FromSeconds(1));
        await delivery.RunAsync(Stop);

        Assert.Equal((75, 2), Assert.Single(heard.Alerts) is var alert ? (alert.Percent, alert.Tries) : default);
    }

    [Fact]
    public async Task A_lost_answer_delivers_twice_with_one_id()
    {
        process.At("alerts.Deliver", ChaosEffect.LoseAnswer);
        await SpendAsync("a", 8m);
        var delivery = Delivery(new ChaosBudgetAlertSink(heard, process));
        await delivery.RunAsync(Stop);
        clock.Advance(TimeSpan.FromSeconds(10));
        await delivery.RunAsync(Stop);

        Assert.Equal(2, heard.Alerts.Count);
        Assert.Single(heard.Alerts.Select(alert => alert.Id).Distinct());
    }

    [Fact]
    public async Task A_process_that_died_on_the_way_leaves_the_alert_to_another_one_after_the_lease()
    {
        process.At("alerts.Deliver", ChaosEffect.DieBefore);
        await SpendAsync("a", 8m);
        var dead = new AlertDelivery(new ChaosCostStore(store, process), [new ChaosBudgetAlertSink(heard, process)], clock, NullLogger<AlertDelivery>.Instance);
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.RunAsync(Stop));
        var living = Delivery(heard);
        await living.RunAsync(Stop);
        Assert.Empty(heard.Alerts);

        clock.Advance(TimeSpan.FromMinutes(5));
        await living.RunAsync(Stop);

        Assert.Single(heard.Alerts);
    }

    [Fact]
    public async Task A_sink_that_never_answers_is_given_up_and_the_others_are_served()
    {
        await SpendAsync("a", 8m);
        var running = Delivery(new DeafSink(), heard).RunAsync(Stop);

        // Time stands until the other sink had its turn: it too is given up when it has no thread for so long.
        await Turns.UntilAsync(() => !heard.Alerts.IsEmpty);
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await running;
        Assert.NotEmpty(heard.Alerts);
        Assert.Null(Assert.Single(await store.AlertsAsync(cancellationToken: Stop).ToListAsync(Stop)).DeliveredAt);
    }

    private async Task SpendAsync(string job, decimal usd) => await store.HoldAsync(Spent.For(job, usd, Spent.Daily), Stop);

    private AlertDelivery Delivery(params IBudgetAlertSink[] sinks) => new(store, sinks, clock, NullLogger<AlertDelivery>.Instance);

    private sealed class DeafSink : IBudgetAlertSink
    {
        public Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default) => new TaskCompletionSource().Task;
    }
}
