using Microsoft.Data.Sqlite;
using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

public sealed class DurableLedgerTests : CostFileTests
{
    [Fact]
    public async Task Lines_entries_and_limits_survive_a_reopen()
    {
        Limit[] limits = [Daily(10m), Running(2), Daily(2m) with { Unit = LimitUnit.Submissions, Window = new LimitWindow.Rolling(TimeSpan.FromMinutes(1)), Name = "rate" }];
        await HoldAsync(For("a", 3m, limits));
        await Store.StartAsync(new AttemptKey("a", 1), Token);
        await Store.SettleAsync(new AttemptKey("a", 1), new Settlement { ChargeUsd = 2.5m, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Vendor, RemoteId = "r" }, Token);
        await HoldAsync(For("b", 4m, limits));
        await Store.MarkUnverifiedAsync(new AttemptKey("b", 1), "lost", Token);
        var lines = await LinesAsync();
        var entries = await Store.EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token);

        Close();

        Assert.Equal(lines, await LinesAsync());
        Assert.Equal(entries, await Store.EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token));
        var refusals = Assert.IsType<HoldResult.Refused>(await Store.HoldAsync(For("c", 4m, limits), Token)).Refusals;
        Assert.Equal([3.5m, 0m], refusals.Select(refusal => refusal.Available));
        Assert.Equal(["day", "rate"], refusals.Select(refusal => refusal.Limit.Name));
    }

    [Theory]
    [InlineData("UPDATE ledger_entries SET amount_micro_usd = 0")]
    [InlineData("DELETE FROM ledger_entries")]
    [InlineData("INSERT OR REPLACE INTO ledger_entries (id, at, job_id, attempt, kind, amount_micro_usd) VALUES (1, 0, 'a', 1, 'Reserved', 0)")]
    [InlineData("DELETE FROM attempt_lines")]
    public async Task No_statement_rewrites_the_ledger(string sql)
    {
        await HoldAsync(For("a", 3m));
        var before = await Store.EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token);

        await Assert.ThrowsAsync<StoreException>(() => ExecuteAsync(sql));

        Assert.Equal(before, await Store.EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token));
        Assert.NotNull(await Store.FindAsync(new AttemptKey("a", 1), Token));
    }

    [Fact]
    public async Task Lost_totals_are_summed_again_from_the_lines()
    {
        await HoldAsync(For("a", 3m, Daily(10m)));
        Assert.Equal(1, await ExecuteAsync("DELETE FROM limit_meters"));
        await HoldAsync(For("b", 4m, Daily(10m)));

        Assert.Equal(3m, Assert.Single((await Store.CheckAsync([For("c", 4m, Daily(10m))], Token))[0]).Available);
    }

    [Fact]
    public async Task Totals_of_past_days_are_cleared_away()
    {
        for (var day = 0; day < 10; day++)
        {
            await HoldAsync(For($"job-{day}", 3m, Daily(10m)));
            Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, await ExecuteAsync("DELETE FROM limit_meters"));
    }

    [Fact]
    public async Task A_commit_that_failed_after_it_was_written_is_read_back_as_done()
    {
        await HoldAsync(For("first", 1m));
        Database.AroundCommit = commit =>
        {
            commit();
            throw new SqliteException("disk I/O error", 10);
        };

        await HoldAsync(For("a", 3m, Daily(10m)));
        Assert.NotNull((await Store.StartAsync(new AttemptKey("a", 1), Token)).StartedAt);
        await Store.RaiseAsync(new AttemptKey("a", 1), 4m, "more", Token);

        Database.AroundCommit = null;
        Assert.Equal(4m, (await Store.FindAsync(new AttemptKey("a", 1), Token))!.ReservedUsd);
        Assert.Equal(3, (await Store.EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token)).Count);
    }

    [Fact]
    public async Task A_commit_that_was_not_written_holds_nothing_and_says_so()
    {
        await HoldAsync(For("first", 1m));
        Database.AroundCommit = _ => throw new SqliteException("disk I/O error", 10);

        var thrown = await Assert.ThrowsAsync<StoreException>(() => Store.HoldAsync(For("a", 3m, Daily(10m)), Token));

        Database.AroundCommit = null;
        Assert.Equal((true, false), (thrown.IsTransient, thrown.IsCommitUnknown));
        Assert.Null(await Store.FindAsync(new AttemptKey("a", 1), Token));
        await HoldAsync(For("a", 9m, Daily(10m)));
    }

    private async Task<List<AttemptLine>> LinesAsync()
    {
        var lines = await Store.ListAsync(new LedgerQuery(), Token).ToListAsync(Token);
        Assert.All(lines, line => Assert.Equal(["reel"], line.Tags));
        return [.. lines.Select(line => line with { Tags = [] })];
    }
}
