using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    // Every kind of limit with room for one attempt of 1 USD.
    private static readonly Limit[] OneOfEach =
    [
        Ask.Usd(1m, Ask.Video, name: "video"), Ask.Usd(1m, Ask.Hour, name: "hour"), Ask.Usd(1m, Ask.Day, name: "day"), Ask.Usd(1m, Ask.Month, name: "month"),
        Ask.Usd(1m, Ask.WhileOpen, name: "open"), Ask.Places(1, Ask.Video, name: "tries"), Ask.Places(1, Ask.Minute, name: "rate"),
        Ask.Places(1, Ask.Day, name: "per day"), Ask.Places(1, Ask.Month, name: "per month"), Ask.Places(1, Ask.WhileOpen, name: "running"),
    ];

    [Fact]
    public async Task A_refusal_holds_nothing_of_any_limit()
    {
        foreach (var narrow in OneOfEach)
        {
            var refused = Ask.For("a", 0.5m, [.. OneOfEach.Where(limit => limit != narrow), narrow with { Amount = 0m }]);

            Assert.Equal(narrow.Name, (await RefusalAsync(refused)).Limit.Name);
            Assert.Null(await Store.FindAsync(refused.Key, Token));
        }

        Assert.Empty(await EntriesAsync());
        await HoldAsync(Ask.For("a", 1m, OneOfEach));
    }

    [Fact]
    public async Task A_refused_attempt_may_be_held_later_under_the_same_key()
    {
        await RefusalAsync(Ask.For("a", 2m, Ask.Usd(1m, Ask.Day)));

        Assert.Equal(2m, (await HoldAsync(Ask.For("a", 2m, Ask.Usd(2m, Ask.Day)))).ReservedUsd);
    }

    [Fact]
    public async Task Every_limit_in_the_way_is_named_in_the_order_asked()
    {
        await HoldAsync(Ask.For("a", 1m, OneOfEach));

        var refusals = await RefusalsAsync(Ask.For("a", 1m, OneOfEach).Attempt(2));

        Assert.Equal(OneOfEach, refusals.Select(refusal => refusal.Limit));
        Assert.All(refusals, refusal => Assert.Equal((1m, 0m), (refusal.Asked, refusal.Available)));
    }

    [Fact]
    public async Task What_exactly_fits_is_held()
    {
        var limit = Ask.Usd(1m, Ask.Day);
        await HoldAsync(Ask.For("a", 0.333333m, limit));
        await HoldAsync(Ask.For("b", 0.666667m, limit));

        Assert.Equal(0m, (await RefusalAsync(Ask.For("c", 0.000001m, limit))).Available);
    }

    [Fact]
    public async Task A_check_says_what_a_hold_would_say_and_holds_nothing()
    {
        await HoldAsync(Ask.For("a", 0.4m, OneOfEach));
        var second = Ask.For("b", 0.7m, OneOfEach);

        var checks = await Store.CheckAsync([second, Ask.For("c", 0m, OneOfEach[1]), second, Ask.For("a", 0.4m, OneOfEach)], Token);

        Assert.Equal(4, checks.Count);
        Assert.Empty(checks[1]);
        Assert.Empty(checks[3]);
        Assert.Equal(checks[0], checks[2]);
        Assert.Equal(checks[0], await RefusalsAsync(second));
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task A_check_of_many_counts_each_by_itself()
    {
        var limit = Ask.Usd(1m, Ask.Day);

        Assert.All(await Store.CheckAsync([Ask.For("a", 1m, limit), Ask.For("b", 1m, limit)], Token), Assert.Empty);
        Assert.Empty(await Store.CheckAsync([], Token));
    }

    [Fact]
    public async Task A_call_cancelled_before_it_begins_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.HoldAsync(Ask.For("a", 1m), cancelled));
        Assert.Null(await Store.FindAsync(Ask.Key("a"), Token));

        await HoldAsync(Ask.For("a", 1m));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReleaseAsync(Ask.Key("a"), AttemptOutcome.NotSent, "gone", cancelled));
        Assert.Equal(LineState.Reserved, (await FindAsync(Ask.Key("a"))).State);
    }
}
