using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hold_and_charge_count_in_the_period_of_the_reservation(bool isMonth)
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 23, 30, 0, TimeSpan.Zero));
        var limit = Ask.Usd(10m, isMonth ? Ask.Month : Ask.Day);
        await HoldAsync(Ask.For("a", 4m, limit));
        await HoldAsync(Ask.For("b", 1m, limit));
        Clock.Advance(TimeSpan.FromHours(1));

        await RaiseAsync(Ask.Key("a"), 8m);
        Assert.Equal(10m, (await RefusalAsync(Ask.For("c", 11m, limit))).Available);
        await SettleAsync(Ask.Key("a"), 9m);
        await ReleaseAsync(Ask.Key("b"), AttemptOutcome.Failed);
        await CorrectAsync(Ask.Key("a"), 10m);

        await HoldAsync(Ask.For("c", 10m, limit));
    }

    [Fact]
    public async Task A_day_follows_its_zone()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 18, 14, 59, TimeSpan.Zero));
        var limit = Ask.Usd(10m, new LimitWindow.Day(Zones.Himalaya));
        await HoldAsync(Ask.For("a", 10m, limit));

        Assert.Equal(new DateTimeOffset(2026, 3, 10, 18, 15, 0, TimeSpan.Zero), (await RefusalAsync(Ask.For("b", 1m, limit))).ResetsAt);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await HoldAsync(Ask.For("b", 10m, limit));
    }

    [Fact]
    public async Task A_month_follows_its_zone()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 4, 30, 21, 59, 59, TimeSpan.Zero));
        var limit = Ask.Usd(10m, new LimitWindow.Month(Zones.Alps));
        await HoldAsync(Ask.For("a", 10m, limit));

        Assert.Equal(new DateTimeOffset(2026, 4, 30, 22, 0, 0, TimeSpan.Zero), (await RefusalAsync(Ask.For("b", 1m, limit))).ResetsAt);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await HoldAsync(Ask.For("b", 10m, limit));
        Assert.Equal(new DateTimeOffset(2026, 5, 31, 22, 0, 0, TimeSpan.Zero), (await RefusalAsync(Ask.For("c", 1m, limit))).ResetsAt);
    }

    [Theory]
    [InlineData("2026-03-28T23:00:00Z", 23)]
    [InlineData("2026-10-24T22:00:00Z", 25)]
    [InlineData("2026-06-01T22:00:00Z", 24)]
    public async Task A_day_has_as_many_hours_as_its_clocks_show(string begin, int hours)
    {
        var limit = Ask.Usd(10m, new LimitWindow.Day(Zones.Alps));
        var start = DateTimeOffset.Parse(begin, System.Globalization.CultureInfo.InvariantCulture);
        Clock.SetUtcNow(start.AddMicroseconds(-1));
        await HoldAsync(Ask.For("before", 10m, limit));
        Clock.SetUtcNow(start);
        await HoldAsync(Ask.For("a", 10m, limit));

        var end = start.AddHours(hours);
        Assert.Equal(end, (await RefusalAsync(Ask.For("b", 1m, limit))).ResetsAt);
        Clock.SetUtcNow(end.AddMicroseconds(-1));
        Assert.False(await FitsAsync(Ask.For("b", 1m, limit)));
        Clock.SetUtcNow(end);
        await HoldAsync(Ask.For("b", 10m, limit));
    }

    [Fact]
    public async Task A_day_without_midnight_begins_at_its_first_instant()
    {
        // Friday 24 April 2026 begins at 01:00 by the wall clock, which is 22:00 UTC of the day before.
        var limit = Ask.Usd(10m, new LimitWindow.Day(Zones.Nile));
        Clock.SetUtcNow(new DateTimeOffset(2026, 4, 23, 21, 59, 59, TimeSpan.Zero));
        await HoldAsync(Ask.For("a", 10m, limit));

        Assert.Equal(new DateTimeOffset(2026, 4, 23, 22, 0, 0, TimeSpan.Zero), (await RefusalAsync(Ask.For("b", 1m, limit))).ResetsAt);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await HoldAsync(Ask.For("b", 10m, limit));
        Assert.Equal(new DateTimeOffset(2026, 4, 24, 21, 0, 0, TimeSpan.Zero), (await RefusalAsync(Ask.For("c", 1m, limit))).ResetsAt);
    }

    [Fact]
    public async Task A_changed_zone_counts_right_from_its_first_use()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 17, 0, 0, TimeSpan.Zero));
        await HoldAsync(Ask.For("a", 3m, Ask.Usd(10m, Ask.Day)));
        Clock.Advance(TimeSpan.FromHours(2));
        await HoldAsync(Ask.For("b", 4m, Ask.Usd(10m, Ask.Day)));

        // 18:15 UTC was midnight there: only the second one is of its today.
        Assert.Equal(6m, (await RefusalAsync(Ask.For("c", 7m, Ask.Usd(10m, new LimitWindow.Day(Zones.Himalaya))))).Available);
        Assert.Equal(3m, (await RefusalAsync(Ask.For("c", 7m, Ask.Usd(10m, Ask.Day)))).Available);
    }

    [Fact]
    public async Task Each_period_begins_empty_and_is_counted_by_itself()
    {
        Limit[] limits = [Ask.Usd(10m, Ask.Day), Ask.Places(1, Ask.Day)];
        for (var day = 0; day < 40; day++)
        {
            var job = $"day-{day}";
            await StartAsync((await HoldAsync(Ask.For(job, 9m, limits))).Key);
            Assert.Equal(1m, (await RefusalsAsync(Ask.For("extra", 2m, limits)))[0].Available);
            await SettleAsync(Ask.Key(job), 10m);
            Clock.Advance(TimeSpan.FromDays(1));
        }
    }
}
