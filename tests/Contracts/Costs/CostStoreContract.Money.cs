using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task A_limit_per_video_bounds_the_sum_over_all_attempts_of_the_job()
    {
        var limit = Ask.Usd(10m, Ask.Video);
        var first = Ask.For("a", 4m, limit);
        await HoldAsync(first);
        await StartAsync(first.Key);
        await SettleAsync(first.Key, 5m, AttemptOutcome.Failed);
        await HoldAsync(first.Attempt(2));

        var refusal = await RefusalAsync(first.Attempt(3));

        Assert.Equal((limit, 4m, 1m, null), (refusal.Limit, refusal.Asked, refusal.Available, refusal.ResetsAt));
        await HoldAsync(Ask.For("b", 10m, limit));
    }

    [Fact]
    public async Task A_rolling_budget_counts_the_last_span_to_the_instant()
    {
        var limit = Ask.Usd(10m, Ask.Hour);
        var begin = Clock.GetUtcNow();
        await HoldAsync(Ask.For("a", 6m, limit));
        Clock.Advance(TimeSpan.FromMinutes(20));
        await HoldAsync(Ask.For("b", 3m, limit));
        Clock.Advance(TimeSpan.FromMinutes(40) - TimeSpan.FromMicroseconds(1));

        var refusal = await RefusalAsync(Ask.For("c", 7m, limit));

        Assert.Equal((7m, 1m, begin + TimeSpan.FromHours(1)), (refusal.Asked, refusal.Available, refusal.ResetsAt));
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        await HoldAsync(Ask.For("c", 7m, limit));
    }

    [Fact]
    public async Task A_rolling_budget_names_the_first_instant_with_enough_room()
    {
        var limit = Ask.Usd(10m, Ask.Hour);
        var begin = Clock.GetUtcNow();
        foreach (var job in new[] { "a", "b", "c" })
        {
            await HoldAsync(Ask.For(job, 3m, limit));
            Clock.Advance(TimeSpan.FromMinutes(10));
        }

        var refusal = await RefusalAsync(Ask.For("d", 5m, limit));

        Assert.Equal(begin + TimeSpan.FromMinutes(70), refusal.ResetsAt);
    }

    [Fact]
    public async Task A_daily_budget_counts_from_midnight_to_midnight()
    {
        var limit = Ask.Usd(10m, Ask.Day);
        await HoldAsync(Ask.For("a", 8m, limit));

        var refusal = await RefusalAsync(Ask.For("b", 3m, limit));

        Assert.Equal((3m, 2m, new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero)), (refusal.Asked, refusal.Available, refusal.ResetsAt));
        Clock.SetUtcNow(refusal.ResetsAt!.Value.AddMicroseconds(-1));
        Assert.False(await FitsAsync(Ask.For("b", 3m, limit)));
        Clock.SetUtcNow(refusal.ResetsAt!.Value);
        await HoldAsync(Ask.For("b", 10m, limit));
    }

    [Fact]
    public async Task A_monthly_budget_counts_from_the_first_to_the_first()
    {
        var limit = Ask.Usd(200m, Ask.Month);
        await HoldAsync(Ask.For("a", 150m, limit));
        Clock.Advance(TimeSpan.FromDays(20));

        var refusal = await RefusalAsync(Ask.For("b", 50.000001m, limit));

        Assert.Equal((50.000001m, 50m, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)), (refusal.Asked, refusal.Available, refusal.ResetsAt));
        Clock.SetUtcNow(refusal.ResetsAt!.Value);
        await HoldAsync(Ask.For("b", 200m, limit));
    }

    [Fact]
    public async Task A_budget_of_open_money_counts_holds_until_they_end()
    {
        var limit = Ask.Usd(10m, Ask.WhileOpen);
        await HoldAsync(Ask.For("a", 6m, limit));
        await HoldAsync(Ask.For("b", 4m, limit));

        var refusal = await RefusalAsync(Ask.For("c", 5m, limit));

        Assert.Equal((5m, 0m, null), (refusal.Asked, refusal.Available, refusal.ResetsAt));
        await SettleAsync(Ask.Key("a"), 6m);
        Assert.Equal(6m, (await RefusalAsync(Ask.For("c", 7m, limit))).Available);
        await HoldAsync(Ask.For("c", 6m, limit));
    }

    [Fact]
    public async Task A_charge_replaces_its_hold_in_every_budget()
    {
        Limit[] limits = [Ask.Usd(10m, Ask.Day), Ask.Usd(10m, Ask.Month), Ask.Usd(10m, Ask.Hour)];
        await HoldAsync(Ask.For("a", 9m, limits));
        await SettleAsync(Ask.Key("a"), 2.5m);

        Assert.All(await RefusalsAsync(Ask.For("b", 8m, limits)), refusal => Assert.Equal(7.5m, refusal.Available));
        await HoldAsync(Ask.For("b", 7.5m, limits));
    }

    [Fact]
    public async Task A_release_gives_the_money_back_to_every_budget()
    {
        Limit[] limits = [Ask.Usd(10m, Ask.Day), Ask.Usd(10m, Ask.Month), Ask.Usd(10m, Ask.Hour), Ask.Usd(10m, Ask.WhileOpen)];
        await HoldAsync(Ask.For("a", 9m, limits));
        await ReleaseAsync(Ask.Key("a"), AttemptOutcome.Rejected);

        await HoldAsync(Ask.For("b", 10m, limits));
    }

    [Fact]
    public async Task More_than_a_whole_budget_is_never_healed_by_time()
    {
        Limit[] limits = [Ask.Usd(10m, Ask.Day), Ask.Usd(10m, Ask.Month), Ask.Usd(10m, Ask.Hour)];

        Assert.All(await RefusalsAsync(Ask.For("a", 10.5m, limits)), refusal => Assert.Equal((10.5m, 10m, null), (refusal.Asked, refusal.Available, refusal.ResetsAt)));
    }

    [Fact]
    public async Task A_free_attempt_passes_a_budget_of_zero_and_one_that_is_overspent()
    {
        Limit[] limits = [Ask.Usd(0m, Ask.Day), Ask.Usd(0m, Ask.Video), Ask.Usd(0m, Ask.Hour), Ask.Usd(0m, Ask.WhileOpen)];
        await HoldAsync(Ask.For("a", 0m, limits));
        Assert.Equal(limits.Length, (await RefusalsAsync(Ask.For("b", 0.000001m, limits))).Count);

        await RaiseAsync(Ask.Key("a"), 3m);

        await HoldAsync(Ask.For("b", 0m, limits));
    }

    [Fact]
    public async Task A_limit_configured_later_counts_what_was_spent_before_it()
    {
        await HoldAsync(Ask.For("a", 6m));
        await SettleAsync(Ask.Key("a"), 5m);
        await StartAsync((await HoldAsync(Ask.For("b", 2m))).Key);

        var refusals = await RefusalsAsync(Ask.For("c", 4m,
            Ask.Usd(10m, Ask.Day), Ask.Usd(10m, Ask.Month), Ask.Usd(10m, Ask.Hour), Ask.Places(2, Ask.Day), Ask.Places(2, Ask.Minute)));

        Assert.Equal([3m, 3m, 3m, 0m, 0m], refusals.Select(refusal => refusal.Available));
    }
}
