using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class MoneyRoundsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HeardLog log = new();
    private readonly SettableClock clock = new();
    private readonly InMemoryCostStore store;
    private readonly BudgetOptions options = new() { MonthlyLimitUsd = 110m };

    public MoneyRoundsTests() => store = new InMemoryCostStore(clock);

    public void Dispose() => log.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receivers_that_are_away_hold_up_no_review_and_the_end_of_the_process_only_for_seconds()
    {
        var rounds = Rounds(new DeafSink());
        await store.HoldAsync(Spent.For("a", 50m, Spent.Daily with { Amount = 60m }), Stop);
        clock.Advance(TimeSpan.FromDays(4));
        rounds.Begin();
        clock.Advance(TimeSpan.FromSeconds(10));

        await UntilAsync(BudgetAlertKind.Forecast);

        var ending = rounds.DisposeAsync().AsTask();
        await UntilAsync(() => ValueTask.FromResult(ending.IsCompleted), isTimePassing: true);
        await ending;
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_up_no_review()
    {
        options.PresumeChargedAfter = TimeSpan.FromHours(1);
        await using var rounds = Rounds(new HeardSink());
        rounds.Begin();
        clock.Advance(TimeSpan.FromSeconds(10));
        await rounds.UnderWay;
        clock.Back = TimeSpan.FromHours(3);
        await store.HoldAsync(Spent.For("b", 1m), Stop);
        await store.MarkUnverifiedAsync(Spent.Key("b"), "lost", Stop);
        clock.Advance(TimeSpan.FromMinutes(61));
        await rounds.UnderWay;

        Assert.Equal(LineState.Charged, (await store.FindAsync(Spent.Key("b"), Stop))!.State);
    }

    [Fact]
    public async Task What_is_due_when_the_process_ends_is_delivered_first()
    {
        var heard = new HeardSink();
        var rounds = Rounds(heard);
        rounds.Begin();
        await store.HoldAsync(Spent.For("a", 8m, Spent.Daily), Stop);
        await rounds.DisposeAsync();

        Assert.Single(heard.Alerts);
    }

    [Fact]
    public async Task A_process_that_ran_no_job_delivers_nothing()
    {
        var heard = new HeardSink();
        await store.HoldAsync(Spent.For("a", 8m, Spent.Daily), Stop);
        await Rounds(heard).DisposeAsync();

        Assert.Empty(heard.Alerts);
    }

    private Task UntilAsync(BudgetAlertKind kind) =>
        UntilAsync(() => store.AlertsAsync(cancellationToken: Stop).AnyAsync(alert => alert.Kind == kind, Stop));

    // The rounds run beside the test; their time passes only here.
    private async Task UntilAsync(Func<ValueTask<bool>> isReached, bool isTimePassing = false)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isReached())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"it never came; {string.Join('\n', log.At(LogLevel.Warning))}");
            clock.Advance(isTimePassing ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
            await Task.Yield();
        }
    }

    private MoneyRounds Rounds(IBudgetAlertSink sink) => new(
        new AlertDelivery(store, [sink], clock, NullLogger<AlertDelivery>.Instance), new SpendingReview(store, new FixedOptions(options), clock, NullLogger<SpendingReview>.Instance), clock, new LoggerFactory([log]).CreateLogger<MoneyRounds>());

    private sealed class SettableClock() : FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero))
    {
        public TimeSpan Back { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;

        public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
    }

    private sealed class DeafSink : IBudgetAlertSink
    {
        public Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
