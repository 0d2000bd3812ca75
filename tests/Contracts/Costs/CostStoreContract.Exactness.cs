using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task Odd_amounts_sum_to_the_millionth()
    {
        // 0.013 has no end in binary, and beside a million its error would show.
        var limit = Ask.Usd(1_000_001.3m, Ask.Day);
        await HoldAsync(Ask.For("large", 1_000_000m, limit));
        for (var number = 0; number < 100; number++)
        {
            await HoldAsync(Ask.For($"small-{number}", 0.013m, limit));
        }

        Assert.Equal(0m, (await RefusalAsync(Ask.For("over", 0.000001m, limit))).Available);
        Assert.Equal(0.000001m, (await RefusalAsync(Ask.For("over", 0.000002m, limit with { Amount = 1_000_001.300001m }))).Available);
    }

    [Fact]
    public async Task A_fraction_of_a_millionth_is_rounded_up()
    {
        Assert.Equal(0.000002m, (await HoldAsync(Ask.For("a", 0.0000011m))).ReservedUsd);
        Assert.Equal(0.000003m, (await RaiseAsync(Ask.Key("a"), 0.00000201m)).ReservedUsd);
        Assert.Equal(0.000004m, (await SettleAsync(Ask.Key("a"), 0.0000031m)).ChargedUsd);
        Assert.Equal(0.000001m, (await CorrectAsync(Ask.Key("a"), 0.0000000001m)).ChargedUsd);
        Assert.Equal(EntryFold.Of(await FindAsync(Ask.Key("a"))), EntryFold.Of(await EntriesAsync()));
    }

    [Fact]
    public async Task A_bound_without_end_is_a_bound()
    {
        var limit = Ask.Usd(decimal.MaxValue, Ask.Day);

        await HoldAsync(Ask.For("a", 1_000_000_000m, limit, Ask.Usd(decimal.MaxValue, Ask.Hour), Ask.Usd(decimal.MaxValue, Ask.WhileOpen)));
        await HoldAsync(Ask.For("b", 1_000_000_000m, limit, limit with { Unit = LimitUnit.Submissions, Window = Ask.WhileOpen }));
    }

    [Theory]
    [InlineData("-0.000001")]
    [InlineData("-5")]
    [InlineData("1000000001")]
    public async Task An_amount_below_zero_or_beyond_all_sense_is_refused(string text)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        await HoldAsync(Ask.For("a", 1m));
        await HoldAsync(Ask.For("b", 1m));
        await SettleAsync(Ask.Key("b"), 1m);
        var before = await EntriesAsync();

        Func<Task>[] calls =
        [
            () => Store.HoldAsync(Ask.For("c", amount), Token), () => Store.CheckAsync([Ask.For("c", amount)], Token), () => RaiseAsync(Ask.Key("a"), amount),
            () => SettleAsync(Ask.Key("a"), amount), () => CorrectAsync(Ask.Key("b"), amount),
        ];
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(call);
        }

        Assert.Equal(before, await EntriesAsync());
    }

    [Fact]
    public async Task A_limit_that_cannot_be_counted_is_refused_by_name()
    {
        Limit[] limits =
        [
            Ask.Usd(-1m, Ask.Day, name: "odd"), Ask.Usd(1m, new LimitWindow.Rolling(TimeSpan.Zero), name: "odd"),
            Ask.Places(1, new LimitWindow.Rolling(TimeSpan.FromSeconds(-1)), name: "odd"), Ask.Places(1, new LimitWindow.Rolling(TimeSpan.MaxValue), name: "odd"),
            Ask.Places(1, Ask.Day, name: "odd") with { Amount = 1.5m },
        ];

        foreach (var limit in limits)
        {
            var thrown = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.HoldAsync(Ask.For("a", 1m, limit), Token));
            Assert.Contains("'odd'", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_without_a_job_or_attempt_is_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.HoldAsync(Ask.For("", 1m), Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.HoldAsync(Ask.For("a", 1m) with { Key = default }, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.HoldAsync(Ask.For("a", 1m).Attempt(0), Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.HoldAsync(null!, Token));
    }
}
