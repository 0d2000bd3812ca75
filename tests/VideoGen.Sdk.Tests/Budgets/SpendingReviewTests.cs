using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class SpendingReviewTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryCostStore store;
    private readonly BudgetOptions options = new();

    public SpendingReviewTests() => store = new InMemoryCostStore(clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SpendingReview Review => new(store, new FixedOptions(options), clock, NullLogger<SpendingReview>.Instance);

    [Fact]
    public async Task Money_that_stayed_unverified_for_thirty_days_is_presumed_charged_once()
    {
        await store.HoldAsync(Spent.For("a", 4m), Stop);
        await store.StartAsync(Spent.Key("a"), Stop);
        await store.MarkUnverifiedAsync(Spent.Key("a"), "lost", Stop);
        clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        await Review.RunAsync(Stop);
        Assert.Equal(LineState.Unverified, (await store.FindAsync(Spent.Key("a"), Stop))!.State);

        clock.Advance(TimeSpan.FromTicks(1));
        await Review.RunAsync(Stop);
        await Review.RunAsync(Stop);

        Assert.Single(await store.EntriesAsync(new LedgerQuery(), Stop).ToListAsync(Stop), entry => entry is { Kind: LedgerEntryKind.Charged, Source: ChargeSource.Presumed, AmountUsd: 4m });
    }

    [Fact]
    public async Task A_day_above_three_times_the_median_is_alerted_once()
    {
        for (var day = 0; day < 7; day++)
        {
            await store.HoldAsync(Spent.For($"day-{day}", 2m), Stop);
            clock.Advance(TimeSpan.FromDays(1));
        }

        await store.HoldAsync(Spent.For("much", 6m), Stop);
        await Review.RunAsync(Stop);
        Assert.Empty(await AlertsAsync(BudgetAlertKind.UnusualDay));
        await store.HoldAsync(Spent.For("more", 0.5m), Stop);
        await Review.RunAsync(Stop);
        await Review.RunAsync(Stop);

        var alert = Assert.Single(await AlertsAsync(BudgetAlertKind.UnusualDay));
        Assert.Equal((6.5m, 2m), (alert.UsedUsd, alert.LimitUsd));
    }

    [Fact]
    public async Task What_was_spent_after_the_last_review_of_a_day_is_found_the_day_after()
    {
        for (var day = 0; day < 7; day++)
        {
            await store.HoldAsync(Spent.For($"day-{day}", 2m), Stop);
            clock.Advance(TimeSpan.FromDays(1));
        }

        await Review.RunAsync(Stop);
        clock.Advance(TimeSpan.FromHours(14));
        await store.HoldAsync(Spent.For("late", 6.5m), Stop);
        clock.Advance(TimeSpan.FromHours(2));
        await Review.RunAsync(Stop);
        await Review.RunAsync(Stop);

        Assert.Contains("2026-04-08 cost 6.50 USD", Assert.Single(await AlertsAsync(BudgetAlertKind.UnusualDay)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_whose_limit_will_not_suffice_is_alerted_once_with_the_day()
    {
        options.MonthlyLimitUsd = 110m;
        clock.Advance(TimeSpan.FromDays(1));
        await store.HoldAsync(Spent.For("a", 50m), Stop);
        await Review.RunAsync(Stop);
        Assert.Empty(await AlertsAsync(BudgetAlertKind.Forecast));
        clock.SetUtcNow(new DateTimeOffset(2026, 4, 11, 0, 0, 0, TimeSpan.Zero));
        await Review.RunAsync(Stop);
        await Review.RunAsync(Stop);

        Assert.Contains("is reached on 2026-04-23", Assert.Single(await AlertsAsync(BudgetAlertKind.Forecast)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unlimited_budget_forecasts_nothing()
    {
        options.Unlimited = true;
        await store.HoldAsync(Spent.For("a", 5000m), Stop);
        clock.Advance(TimeSpan.FromDays(10));
        await Review.RunAsync(Stop);

        Assert.Empty(await AlertsAsync(BudgetAlertKind.Forecast));
    }

    private async Task<List<BudgetAlert>> AlertsAsync(BudgetAlertKind kind) =>
        await store.AlertsAsync(cancellationToken: Stop).Where(alert => alert.Kind == kind).ToListAsync(Stop);
}
