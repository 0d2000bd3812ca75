using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task Entries_tell_the_whole_life_of_an_attempt_in_order()
    {
        var begin = Clock.GetUtcNow();
        await HoldAsync(Ask.For("a", 5m) with { Tenant = "acme", Campaign = "spring" });
        Clock.Advance(TimeSpan.FromSeconds(1));
        await RaiseAsync(Ask.Key("a"), 6.5m);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await StartAsync(Ask.Key("a"));
        await DoubtAsync(Ask.Key("a"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await VerifyAsync(Ask.Key("a"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SettleAsync(Ask.Key("a"), 6m);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await CorrectAsync(Ask.Key("a"), 5.5m, ChargeSource.Person);

        var entries = await EntriesAsync();

        Assert.Equal(
            [
                (LedgerEntryKind.Reserved, 5m, (ChargeSource?)null, 0), (LedgerEntryKind.Raised, 1.5m, null, 1), (LedgerEntryKind.Unverified, 6.5m, null, 2),
                (LedgerEntryKind.Verified, 6.5m, null, 3), (LedgerEntryKind.Charged, 6m, ChargeSource.Vendor, 4), (LedgerEntryKind.Corrected, -0.5m, ChargeSource.Person, 5),
            ],
            entries.Select(entry => (entry.Kind, entry.AmountUsd, entry.Source, (int)(entry.At - begin).TotalSeconds)));
        Assert.All(entries, entry => Assert.Equal(
            (Ask.Key("a"), "kling", "default", "kling-v2", "acme", "spring"), (entry.Key, entry.Provider, entry.Account, entry.Model, entry.Tenant, entry.Campaign)));
        Assert.Equal(entries.Select(entry => entry.Id).Order().Distinct(), entries.Select(entry => entry.Id));
        var line = await FindAsync(Ask.Key("a"));
        Assert.Equal(EntryFold.Of(entries), EntryFold.Of(line));
    }

    [Fact]
    public async Task Entries_once_written_never_change()
    {
        var written = new List<LedgerEntry>();
        await HoldAsync(Ask.For("a", 5m));
        foreach (var step in new[] { "start", "raise", "doubt", "verify", "settle", "correct" })
        {
            written.AddRange((await EntriesAsync()).Skip(written.Count));
            await StepAsync(step, Ask.Key("a"), step is "correct" ? 1m : 6m);
            await HoldAsync(Ask.For("other-" + step, 1m));

            Assert.Equal(written, (await EntriesAsync()).Take(written.Count));
        }
    }

    [Fact]
    public async Task Lines_come_in_the_order_of_their_reservation()
    {
        foreach (var job in new[] { "c", "a", "b", "d" })
        {
            await HoldAsync(Ask.For(job, 1m));
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        await HoldAsync(Ask.For("0", 1m));
        await SettleAsync(Ask.Key("c"), 1m);

        Assert.Equal(["c", "a", "b", "d", "0"], await JobsAsync(new LedgerQuery()));
    }

    [Fact]
    public async Task A_long_ledger_is_read_to_its_end()
    {
        var expected = Enumerable.Range(0, 1203).Select(number => $"job-{number:0000}").ToArray();
        foreach (var job in expected)
        {
            await HoldAsync(Ask.For(job, 0.01m));
        }

        Assert.Equal(expected, await JobsAsync(new LedgerQuery()));
        Assert.Equal(expected, (await EntriesAsync()).Select(entry => entry.Key.JobId));
    }

    [Fact]
    public async Task All_times_come_from_the_stores_clock()
    {
        Clock.SetUtcNow(new DateTimeOffset(2031, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await HoldAsync(Ask.For("a", 1m));
        await StartAsync(Ask.Key("a"));
        var line = await SettleAsync(Ask.Key("a"), 1m);

        Assert.Equal((Clock.GetUtcNow(), Clock.GetUtcNow(), Clock.GetUtcNow()), (line.ReservedAt, line.StartedAt, line.SettledAt));
        Assert.All(await EntriesAsync(), entry => Assert.Equal(Clock.GetUtcNow(), entry.At));
    }
}
