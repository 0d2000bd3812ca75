using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task A_repeated_hold_returns_the_first_hold_even_past_a_limit()
    {
        var limit = Ask.Usd(5m, Ask.Day);
        var first = await HoldAsync(Ask.For("a", 5m, limit));
        Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await HoldAsync(Ask.For("a", 9m, limit) with { ClientReference = "another" });

        AssertSame(first, again);
        Assert.Single(await EntriesAsync());
        Assert.Equal(0m, (await RefusalAsync(Ask.For("b", 1m, limit))).Available);
    }

    [Fact]
    public async Task A_repeated_hold_of_an_ended_attempt_holds_nothing_anew()
    {
        await HoldAsync(Ask.For("a", 5m));
        var released = await ReleaseAsync(Ask.Key("a"), AttemptOutcome.NotSent);

        AssertSame(released, await HoldAsync(Ask.For("a", 5m)));
        Assert.Equal(2, (await EntriesAsync()).Count);
    }

    public static TheoryData<string> Steps => ["start", "raise", "settle", "release", "doubt", "verify", "correct"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_repeated_step_changes_nothing_and_returns_the_line(string step)
    {
        var key = (await HoldAsync(Ask.For("a", 5m))).Key;
        if (step is "verify")
        {
            await DoubtAsync(key);
        }
        else if (step is "correct")
        {
            await SettleAsync(key, 1m);
        }

        var first = await StepAsync(step, key, 6m);
        var entries = await EntriesAsync();
        Clock.Advance(TimeSpan.FromHours(1));

        AssertSame(first, await StepAsync(step, key, 6m));
        Assert.Equal(entries, await EntriesAsync());
    }

    [Fact]
    public async Task The_first_settlement_counts()
    {
        await HoldAsync(Ask.For("a", 5m));
        var first = await SettleAsync(Ask.Key("a"), 4m);
        Clock.Advance(TimeSpan.FromHours(1));

        AssertSame(first, await SettleAsync(Ask.Key("a"), 400m, AttemptOutcome.Failed));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task What_is_charged_stays_charged(string step)
    {
        await StartAsync((await HoldAsync(Ask.For("a", 5m))).Key);
        var charged = await SettleAsync(Ask.Key("a"), 4m);
        Clock.Advance(TimeSpan.FromHours(1));

        AssertSame(charged, await StepAsync(step, Ask.Key("a"), 4m));
        Assert.Equal(2, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task A_late_doubt_or_raise_leaves_a_released_attempt_alone()
    {
        await StartAsync((await HoldAsync(Ask.For("a", 5m))).Key);
        var released = await ReleaseAsync(Ask.Key("a"), AttemptOutcome.Failed);

        foreach (var step in new[] { "start", "raise", "release", "doubt", "verify" })
        {
            AssertSame(released, await StepAsync(step, Ask.Key("a"), 9m));
        }

        Assert.Equal(2, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task Doubt_may_come_back_after_it_was_cleared()
    {
        await HoldAsync(Ask.For("a", 5m));
        await DoubtAsync(Ask.Key("a"));
        await VerifyAsync(Ask.Key("a"));

        Assert.Equal(LineState.Unverified, (await DoubtAsync(Ask.Key("a"))).State);
        Assert.Equal(
            [LedgerEntryKind.Reserved, LedgerEntryKind.Unverified, LedgerEntryKind.Verified, LedgerEntryKind.Unverified],
            (await EntriesAsync()).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_correction_to_the_same_amount_from_a_better_source_is_kept()
    {
        await HoldAsync(Ask.For("a", 5m));
        await Store.SettleAsync(
            Ask.Key("a"), new Settlement { ChargeUsd = 5m, Outcome = AttemptOutcome.Unknown, Source = ChargeSource.Presumed }, Token);

        Assert.Equal(ChargeSource.Vendor, (await CorrectAsync(Ask.Key("a"), 5m)).Source);
        Assert.Equal((LedgerEntryKind.Corrected, 0m), ((await EntriesAsync())[^1].Kind, (await EntriesAsync())[^1].AmountUsd));
    }

    private Task<AttemptLine> StepAsync(string step, AttemptKey key, decimal usd) => step switch
    {
        "start" => StartAsync(key),
        "raise" => RaiseAsync(key, usd),
        "settle" => SettleAsync(key, usd),
        "release" => ReleaseAsync(key, AttemptOutcome.Failed),
        "doubt" => DoubtAsync(key),
        "verify" => VerifyAsync(key),
        _ => CorrectAsync(key, usd),
    };
}
