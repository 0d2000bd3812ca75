using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    public async Task What_nobody_could_say_for_thirty_days_is_booked_as_presumed_once()
    {
        var limit = Ask.Usd(10m, Ask.WhileOpen);
        await HoldAsync(Ask.For("a", 4m, limit));
        await StartAsync(Ask.Key("a"));
        await DoubtAsync(Ask.Key("a"));
        Clock.Advance(Month - TimeSpan.FromMicroseconds(1));
        Assert.Equal(LineState.Unverified, (await PresumeAsync("a")).State);
        Clock.Advance(TimeSpan.FromMicroseconds(1));

        var line = await PresumeAsync("a");
        var again = await PresumeAsync("a");

        Assert.Equal((LineState.Charged, 4m, 0m, ChargeSource.Presumed, AttemptOutcome.Unknown), (line.State, line.ChargedUsd, line.ReservedUsd, line.Source, line.Outcome));
        Assert.Equal(line.ChargedUsd, again.ChargedUsd);
        var booked = Assert.Single(await EntriesAsync(), entry => entry.Kind is LedgerEntryKind.Charged);
        Assert.Equal((4m, ChargeSource.Presumed), (booked.AmountUsd, booked.Source));
        await HoldAsync(Ask.For("b", 10m, limit));
    }

    [Fact]
    public async Task Only_what_is_unverified_is_presumed_charged()
    {
        await HoldAsync(Ask.For("reserved", 1m));
        await StartAsync(Ask.Key("reserved"));
        await HoldAsync(Ask.For("verified", 1m));
        await DoubtAsync(Ask.Key("verified"));
        await VerifyAsync(Ask.Key("verified"));
        await HoldAsync(Ask.For("released", 1m));
        await DoubtAsync(Ask.Key("released"));
        await ReleaseAsync(Ask.Key("released"), AttemptOutcome.Rejected);
        await HoldAsync(Ask.For("charged", 1m));
        await SettleAsync(Ask.Key("charged"), 0.5m);
        Clock.Advance(Month);

        Assert.Equal(
            [LineState.Reserved, LineState.Reserved, LineState.Released, LineState.Charged],
            [(await PresumeAsync("reserved")).State, (await PresumeAsync("verified")).State, (await PresumeAsync("released")).State, (await PresumeAsync("charged")).State]);
        Assert.Equal(0.5m, (await FindAsync(Ask.Key("charged"))).ChargedUsd);
    }

    [Fact]
    public async Task A_presumed_charge_stays_in_its_period_and_is_corrected_when_the_truth_comes()
    {
        await HoldAsync(Ask.For("a", 4m, Ask.Usd(10m, Ask.Month)));
        await DoubtAsync(Ask.Key("a"));
        var (from, until) = (new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        Clock.Advance(Month);
        await PresumeAsync("a");
        Assert.Equal((4m, 0m), (await Store.SpentAsync(LimitScope.All, from, until, Token), await Store.SpentAsync(LimitScope.All, until, until.AddMonths(1), Token)));

        Assert.Equal((0m, ChargeSource.Vendor), await CorrectAsync(Ask.Key("a"), 0m) is var line ? (line.ChargedUsd, line.Source) : default);
        Assert.Equal(0m, await Store.SpentAsync(LimitScope.All, from, until, Token));
    }

    [Fact]
    public async Task A_settlement_after_the_presumption_brings_amount_outcome_and_length_and_is_alerted_when_it_is_more()
    {
        await HoldAsync(Ask.For("a", 4m));
        await DoubtAsync(Ask.Key("a"));
        Clock.Advance(Month);
        await PresumeAsync("a");
        var found = new Settlement { ChargeUsd = 5m, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Vendor, RemoteId = "r-1", Length = TimeSpan.FromSeconds(7), Flag = "above the estimate" };
        await Store.SettleAsync(Ask.Key("a"), found, Token);
        var line = await Store.SettleAsync(Ask.Key("a"), found with { ChargeUsd = 6m }, Token);

        Assert.Equal((LineState.Charged, 5m, ChargeSource.Vendor, AttemptOutcome.Succeeded), (line.State, line.ChargedUsd, line.Source, line.Outcome));
        Assert.Equal(("r-1", TimeSpan.FromSeconds(7), "above the estimate"), (line.RemoteId, line.Length, line.Flag));
        Assert.Equal((LedgerEntryKind.Corrected, 1m, ChargeSource.Vendor), (await EntriesAsync())[^1] is var entry ? (entry.Kind, entry.AmountUsd, entry.Source) : default);
        Assert.Equal((4m, 5m), Assert.Single(await AlertsAsync(), alert => alert.Kind is BudgetAlertKind.UnexpectedCharge) is var alert ? (alert.LimitUsd, alert.UsedUsd) : default);
        Assert.Equal((1, 0m), await Store.SummariseAsync(new LedgerSpan { From = line.ReservedAt, Until = line.ReservedAt.AddDays(1), Zone = TimeZoneInfo.Utc }, Token) is var sum ? (sum.Total.Videos, sum.Total.PresumedUsd) : default);
    }

    [Fact]
    public async Task What_was_booked_without_an_outcome_takes_it_later_and_keeps_its_amount()
    {
        await HoldAsync(Ask.For("a", 4m));
        await DoubtAsync(Ask.Key("a"));
        await Store.SettleAsync(Ask.Key("a"), new Settlement { ChargeUsd = 3m, Outcome = AttemptOutcome.Unknown, Source = ChargeSource.Vendor }, Token);
        var entries = (await EntriesAsync()).Count;

        var unsent = await Store.SettleAsync(Ask.Key("a"), new Settlement { ChargeUsd = 0m, Outcome = AttemptOutcome.NotSent, Source = ChargeSource.Vendor }, Token);
        var known = await Store.SettleAsync(Ask.Key("a"), new Settlement { ChargeUsd = 9m, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Vendor, Length = TimeSpan.FromSeconds(5) }, Token);
        var again = await Store.SettleAsync(Ask.Key("a"), new Settlement { ChargeUsd = 9m, Outcome = AttemptOutcome.Failed, Source = ChargeSource.Vendor }, Token);

        Assert.Equal(AttemptOutcome.Unknown, unsent.Outcome);
        Assert.Equal((AttemptOutcome.Succeeded, 3m, TimeSpan.FromSeconds(5)), (known.Outcome, known.ChargedUsd, known.Length));
        Assert.Equal((AttemptOutcome.Succeeded, 3m), (again.Outcome, again.ChargedUsd));
        Assert.Equal(entries, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task What_was_spent_is_summed_by_scope_and_half_open_time()
    {
        var begin = Clock.GetUtcNow();
        await HoldAsync(Ask.For("a", 1m) with { Tenant = "acme" });
        Clock.Advance(TimeSpan.FromHours(1));
        await HoldAsync(Ask.For("b", 2m) with { Campaign = "spring" });
        await SettleAsync(Ask.Key("b"), 1.5m);

        Assert.Equal(1m, await Store.SpentAsync(LimitScope.All, begin, begin.AddHours(1), Token));
        Assert.Equal(2.5m, await Store.SpentAsync(LimitScope.All, begin, begin.AddHours(2), Token));
        Assert.Equal(1m, await Store.SpentAsync(LimitScope.Tenant("acme"), begin, begin.AddHours(2), Token));
        Assert.Equal(1.5m, await Store.SpentAsync(LimitScope.Campaign("spring"), begin, begin.AddHours(2), Token));
        Assert.Equal(0m, await Store.SpentAsync(LimitScope.Account("pika/default"), begin, begin.AddHours(2), Token));
    }

    private Task<AttemptLine> PresumeAsync(string job) => Store.PresumeChargedAsync(Ask.Key(job), Month, Token);
}
