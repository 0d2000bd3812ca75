using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task A_hold_before_midnight_that_is_charged_after_it_counts_and_is_bounded_before_midnight()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 23, 59, 59, TimeSpan.Zero));
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 6m, limit));
        Clock.Advance(TimeSpan.FromSeconds(2));
        await HoldAsync(Ask.For("b", 6m, limit));
        await SettleAsync(Ask.Key("a"), 9m);

        Assert.Equal(4m, (await RefusalAsync(Ask.For("c", 5m, limit))).Available);
        Assert.Equal(9m, await Store.SpentAsync(LimitScope.All, new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero), Token));
    }

    [Fact]
    public async Task Two_zones_keep_two_months_across_a_border()
    {
        // 31 March, 23:30 UTC: still March in UTC, already 1 April in the Alps and the Himalaya.
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 23, 30, 0, TimeSpan.Zero));
        var (here, there) = (Ask.Usd(10m, Ask.Month, name: "here"), Ask.Usd(10m, new LimitWindow.Month(Zones.Himalaya), name: "there"));
        await HoldAsync(Ask.For("a", 6m, here, there));
        Clock.Advance(TimeSpan.FromHours(1));

        var refusal = await RefusalAsync(Ask.For("b", 6m, here, there));
        Assert.Equal(("there", 4m, new DateTimeOffset(2026, 4, 30, 18, 15, 0, TimeSpan.Zero)), (refusal.Limit.Name, refusal.Available, refusal.ResetsAt));
        await HoldAsync(Ask.For("b", 4m, here, there));
        Assert.Equal(6m, (await RefusalAsync(Ask.For("c", 7m, here))).Available);
    }

    [Fact]
    public async Task A_clock_that_goes_back_over_midnight_counts_each_hold_where_the_clock_put_it()
    {
        Clock.AutoAdvanceAmount = TimeSpan.Zero;
        var (day, midnight) = (Ask.Usd(10m, Ask.Day), new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero));
        Clock.SetUtcNow(midnight.AddMinutes(-1));
        await HoldAsync(Ask.For("before", 4m, day));
        Clock.SetUtcNow(midnight.AddMinutes(1));
        await HoldAsync(Ask.For("after", 7m, day));
        TurnBack(midnight.AddMinutes(-1));

        Assert.Equal(6m, (await RefusalAsync(Ask.For("again", 7m, day))).Available);
        await HoldAsync(Ask.For("again", 6m, day));
        TurnBack(midnight.AddMinutes(1));

        Assert.Equal(3m, (await RefusalAsync(Ask.For("late", 4m, day))).Available);
        Assert.Equal([("before", 4m), ("again", 6m), ("after", 7m)], (await Store.ListAsync(new LedgerQuery(), Token).ToListAsync(Token)).OrderBy(l => l.ReservedAt).ThenByDescending(l => l.Key.JobId).Select(l => (l.Key.JobId, l.ReservedUsd)));
    }

    [Fact]
    public async Task A_clock_that_goes_back_frees_no_rolling_money()
    {
        var limit = Ask.Usd(10m, Ask.Hour);
        await HoldAsync(Ask.For("a", 10m, limit));
        TurnBack(Clock.GetUtcNow().AddMinutes(-30));

        Assert.Equal(0m, (await RefusalAsync(Ask.For("b", 1m, limit))).Available);
    }

    /// <summary>Sets the store's clock back, which a fake one refuses by itself.</summary>
    protected virtual void TurnBack(DateTimeOffset to) => Clock.AdjustTime(to);
}
