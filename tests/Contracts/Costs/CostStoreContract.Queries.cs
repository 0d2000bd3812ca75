using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task Lines_and_entries_are_found_by_what_was_said_of_the_attempt()
    {
        await HoldAsync(Ask.For("a", 1m) with { Tags = ["reel", "x"] });
        await HoldAsync(Ask.For("b", 1m) with { Provider = "pika", Tags = ["re"] });
        await HoldAsync(Ask.For("c", 1m) with { Model = "other" });
        await HoldAsync(Ask.For("d", 1m) with { Tenant = "acme" });
        await HoldAsync(Ask.For("e", 1m) with { Campaign = "spring", Tags = ["%", "reel"] });
        await HoldAsync(Ask.For("f", 1m) with { Tenant = "spring", Campaign = "acme" });

        (LedgerQuery Query, string[] Jobs)[] cases =
        [
            (new LedgerQuery { JobId = "c" }, ["c"]), (new LedgerQuery { Provider = "pika" }, ["b"]), (new LedgerQuery { Provider = "kling", Model = "other" }, ["c"]),
            (new LedgerQuery { Tenant = "acme" }, ["d"]), (new LedgerQuery { Campaign = "spring" }, ["e"]), (new LedgerQuery { Tag = "reel" }, ["a", "e"]),
            (new LedgerQuery { Tag = "%" }, ["e"]), (new LedgerQuery { Tag = "REEL" }, []), (new LedgerQuery { JobId = "a", Tag = "re" }, []),
            (new LedgerQuery { JobId = "a", Tag = "x", Provider = "kling" }, ["a"]), (new LedgerQuery { JobId = "nobody" }, []),
        ];

        foreach (var (query, jobs) in cases)
        {
            Assert.Equal(jobs, await JobsAsync(query));
            Assert.Equal(jobs, (await EntriesAsync(query)).Select(entry => entry.Key.JobId));
        }
    }

    [Fact]
    public async Task Lines_are_found_by_the_time_of_their_reservation_and_entries_by_their_writing()
    {
        var begin = Clock.GetUtcNow();
        foreach (var job in new[] { "a", "b", "c" })
        {
            await HoldAsync(Ask.For(job, 1m));
            Clock.Advance(TimeSpan.FromHours(1));
        }

        await SettleAsync(Ask.Key("a"), 1m);
        var second = new LedgerQuery { From = begin.AddHours(1), Until = begin.AddHours(2) };

        Assert.Equal(["b"], await JobsAsync(second));
        Assert.Equal(["b"], (await EntriesAsync(second)).Select(entry => entry.Key.JobId));
        Assert.Equal(["b", "c"], await JobsAsync(second with { Until = null }));
        Assert.Equal(["a", "b"], await JobsAsync(second with { From = null }));
        var last = Assert.Single(await EntriesAsync(new LedgerQuery { From = begin.AddHours(3) }));
        Assert.Equal((LedgerEntryKind.Charged, "a"), (last.Kind, last.Key.JobId));
    }

    [Fact]
    public async Task An_instant_is_the_same_in_every_offset()
    {
        await HoldAsync(Ask.For("a", 1m));
        var here = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));

        Assert.Equal(["a"], await JobsAsync(new LedgerQuery { From = here, Until = here.AddTicks(10) }));
        Assert.Empty(await JobsAsync(new LedgerQuery { Until = here }));
    }

    [Fact]
    public async Task Lines_are_found_by_state_which_does_not_narrow_entries()
    {
        foreach (var job in new[] { "reserved", "unverified", "charged", "released" })
        {
            await HoldAsync(Ask.For(job, 1m));
        }

        await DoubtAsync(Ask.Key("unverified"));
        await SettleAsync(Ask.Key("charged"), 1m);
        await ReleaseAsync(Ask.Key("released"), AttemptOutcome.Rejected);

        foreach (var state in Enum.GetValues<LineState>())
        {
            Assert.Equal([state.ToString().ToLowerInvariant()], await JobsAsync(new LedgerQuery { State = state }));
        }

        Assert.Equal(7, (await EntriesAsync(new LedgerQuery { State = LineState.Charged })).Count);
    }
}
