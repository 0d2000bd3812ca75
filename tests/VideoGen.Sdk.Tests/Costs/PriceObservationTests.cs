using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Tests.Budgets;

namespace VideoGen.Sdk.Tests.Costs;

public sealed class PriceObservationTests
{
    private readonly InMemoryCostStore store = new(new FakeTimeProvider());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_median_of_what_vendors_stated_over_what_was_estimated_is_told_by_model()
    {
        await ChargeAsync("a", 1m, 0.5m);
        await ChargeAsync("b", 2m, 1.8m);
        await ChargeAsync("c", 1m, 1.25m);
        await ChargeAsync("computed", 1m, 0.1m, ChargeSource.Computed);
        await ChargeAsync("failed", 1m, 0.1m, outcome: AttemptOutcome.Failed);
        await ChargeAsync("free", 0m, 0m);

        var seen = Assert.Single(PriceObservations.Of(await store.EntriesAsync(new LedgerQuery(), Stop).ToListAsync(Stop), await store.ListAsync(new LedgerQuery(), Stop).ToListAsync(Stop)));

        Assert.Equal(("kling", "kling-3", 3, 0.9m, 1.25m), (seen.Provider, seen.Model, seen.Count, seen.MedianRatio, seen.LargestRatio));
    }

    [Fact]
    public void An_empty_ledger_tells_nothing() => Assert.Empty(PriceObservations.Of([], []));

    private async Task ChargeAsync(string job, decimal estimate, decimal charge, ChargeSource source = ChargeSource.Vendor, AttemptOutcome outcome = AttemptOutcome.Succeeded)
    {
        await store.HoldAsync(Spent.For(job, estimate), Stop);
        await store.SettleAsync(Spent.Key(job), new Settlement { ChargeUsd = charge, Outcome = outcome, Source = source }, Stop);
    }
}
