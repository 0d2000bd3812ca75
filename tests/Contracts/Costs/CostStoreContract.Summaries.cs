using CsCheck;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    private static readonly Gen<(SummaryCase[] Cases, int From, int Hours)> Ledger = Gen.Select(
        SummaryCase.Any.Array[0, 40], Gen.Int[-5, 150], Gen.Int[0, 200], (cases, from, hours) => (cases, from, hours));

    [Fact]
    public Task Any_summary_equals_a_plain_fold_over_entries_and_lines() => Ledger.SampleAsync(
        ledger => SummariseAsync(ledger.Cases, ledger.From, ledger.Hours), iter: ModelRuns, threads: 1);

    [Fact]
    public async Task Days_are_those_of_the_zone_also_when_they_have_23_or_25_hours()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 28, 22, 30, 0, TimeSpan.Zero));
        foreach (var hours in new[] { 0.0, 0.5, 22.5, 0.5 })
        {
            Clock.Advance(TimeSpan.FromHours(hours));
            await HoldAsync(Ask.For(Guid.NewGuid().ToString("n"), 1m));
        }

        var day = LimitPeriod.DayOf(Clock.GetUtcNow().AddHours(-2), Zones.Alps);
        var summary = await Store.SummariseAsync(new LedgerSpan { From = day.StartsAt.AddDays(-1), Until = day.EndsAt.AddDays(1), Zone = Zones.Alps }, Token);

        Assert.Equal(TimeSpan.FromHours(23), day.EndsAt - day.StartsAt);
        Assert.Equal([("2026-03-28", 1L), ("2026-03-29", 2L), ("2026-03-30", 1L)], summary.ByDay.Select(each => (each.Day.Key, each.Totals.Open)));
    }

    [Fact]
    public async Task An_empty_stretch_has_no_lines_and_a_stretch_without_end_is_refused()
    {
        await HoldAsync(Ask.For("a", 1m));
        var now = Clock.GetUtcNow();

        Assert.Equal(new LedgerTotals(), (await Store.SummariseAsync(new LedgerSpan { From = now, Until = now }, Token)).Total);
        Assert.Equal(1, (await Store.SummariseAsync(new LedgerSpan { From = now, Until = now.AddTicks(10) }, Token)).Total.Open);
        Assert.Equal(0, (await Store.SummariseRunsAsync(new LedgerSpan { From = now.AddTicks(10), Until = now.AddDays(1) }, Token)).Jobs);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Store.SummariseAsync(new LedgerSpan { From = DateTimeOffset.MinValue, Until = DateTimeOffset.MaxValue }, Token));
    }

    [Fact]
    public async Task The_playing_time_is_what_was_asked_for_until_another_one_was_delivered()
    {
        var asked = await HoldAsync(Ask.For("a", 1m) with { Length = TimeSpan.FromSeconds(5) });
        await HoldAsync(Ask.For("b", 1m) with { Length = TimeSpan.FromSeconds(5) });
        Assert.Equal(TimeSpan.FromSeconds(5), asked.Length);

        await SettleAsync(Ask.Key("a"), 1m);
        await Store.SettleAsync(Ask.Key("b"), new Settlement { ChargeUsd = 1m, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Vendor, Length = TimeSpan.FromMilliseconds(5041.666) }, Token);

        Assert.Equal(TimeSpan.FromSeconds(5), (await FindAsync(Ask.Key("a"))).Length);
        Assert.Equal(TimeSpan.FromMilliseconds(5041.666), (await FindAsync(Ask.Key("b"))).Length);
    }

    [Fact]
    public async Task Flagged_lines_are_listed_alone()
    {
        foreach (var job in new[] { "a", "b", "c" })
        {
            await HoldAsync(Ask.For(job, 1m));
            await Store.SettleAsync(Ask.Key(job), new Settlement { ChargeUsd = 1m, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Vendor, Flag = job == "b" ? "odd" : null }, Token);
        }

        Assert.Equal(["b"], await JobsAsync(new LedgerQuery { FlaggedOnly = true }));
        Assert.Empty(await JobsAsync(new LedgerQuery { FlaggedOnly = true, JobId = "a" }));
        Assert.Equal(["b"], await JobsAsync(new LedgerQuery { FlaggedOnly = true, JobId = "b", State = LineState.Charged }));
    }

    private async Task SummariseAsync(SummaryCase[] cases, int from, int hours)
    {
        var clock = new FakeTimeProvider(Clock.GetUtcNow());
        var store = await CreateAsync(clock);
        foreach (var each in cases)
        {
            await each.PlayAsync(store, clock, Token);
        }

        var begin = Clock.GetUtcNow().AddHours(from);
        var span = new LedgerSpan { From = begin, Until = begin.AddHours(hours), Zone = hours % 2 == 0 ? Zones.Alps : Zones.Himalaya };
        var entries = (await store.EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token)).ToLookup(entry => entry.Key);
        var plain = new PlainSummary(await store.ListAsync(new LedgerQuery(), Token).ToListAsync(Token), entries, span);
        AssertSame(plain.Summary, await store.SummariseAsync(span, Token));
        var runs = await store.SummariseRunsAsync(span, Token);
        Assert.Equal(plain.Runs with { Times = runs.Times }, runs);
        Assert.Equal(plain.Runs.Times, runs.Times);
        await ((store as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static void AssertSame(LedgerSummary expected, LedgerSummary actual)
    {
        Assert.Equal(expected.Total, actual.Total);
        Assert.Equal(expected.ByDay, actual.ByDay);
        Assert.Equal(expected.ByProvider, actual.ByProvider);
        Assert.Equal(expected.ByAccount, actual.ByAccount);
        Assert.Equal(expected.ByModel, actual.ByModel);
        Assert.Equal(expected.ByTenant, actual.ByTenant);
        Assert.Equal(expected.ByCampaign, actual.ByCampaign);
        Assert.Equal(expected.ByTag, actual.ByTag);
    }
}
