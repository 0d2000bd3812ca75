using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Costs;

public sealed class LedgerTests(SharedServer server) : PostgreSqlTests(server)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    private PostgreSqlCostStore Store => new(Schemas.Open(clock));

    [Fact]
    public async Task A_thousand_reservations_at_once_over_eight_stores_pass_no_limit_by_a_cent_or_a_place()
    {
        ICostStore[] stores = [.. Enumerable.Range(0, 8).Select(_ => new PostgreSqlCostStore(Schemas.Open(clock)))];
        Limit[] Limits(int tenant) => [SomeCost.Daily(4.00m), SomeCost.Running(300), SomeCost.Running(90, LimitScope.Tenant($"t{tenant}")), SomeCost.Running(350, LimitScope.Account("kling/default"))];
        using var together = new Barrier(stores.Length);

        var held = await Task.WhenAll(stores.Select((store, index) => Task.Run(async () =>
        {
            await store.FindAsync(new AttemptKey("none", 1), Stop);
            together.SignalAndWait(Stop);
            var tries = await Task.WhenAll(Enumerable.Range(0, 125).Select(number =>
                store.HoldAsync(SomeCost.For($"{index}-{number}", 0.02m, Limits(number % 5)) with { Tenant = $"t{number % 5}" }, Stop)));
            return tries.Count(result => result is HoldResult.Held);
        }, Stop)));

        Assert.Equal(200, held.Sum());
        Assert.Equal(4_000_000, await Schemas.RunAsync("SELECT (sum(reserved_usd) * 1000000)::bigint FROM attempt_lines"));
        Assert.Equal(200, await Schemas.RunAsync("SELECT running FROM open_totals WHERE scope = 'All'"));
        Assert.Equal(200, await Schemas.RunAsync("SELECT count(*) FROM ledger_entries"));
        Assert.Equal(0, await Schemas.RunAsync("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    [Theory]
    [InlineData("UPDATE ledger_entries SET amount_usd = 0")]
    [InlineData("DELETE FROM ledger_entries")]
    [InlineData("TRUNCATE ledger_entries")]
    [InlineData("DELETE FROM attempt_lines")]
    [InlineData("TRUNCATE attempt_lines")]
    public async Task No_statement_rewrites_the_ledger(string sql)
    {
        await Store.HoldAsync(SomeCost.For("a", 3m), Stop);

        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => Schemas.RunAsync(sql))).Message, StringComparison.Ordinal);
        Assert.Equal(3m, Assert.Single(await Store.EntriesAsync(new LedgerQuery(), Stop).ToListAsync(Stop)).AmountUsd);
    }

    [Fact]
    public async Task Lost_totals_are_summed_again_from_the_lines()
    {
        await Store.HoldAsync(SomeCost.For("a", 3m, SomeCost.Daily(10m)), Stop);
        await Schemas.RunAsync("DELETE FROM limit_meters");
        await Store.HoldAsync(SomeCost.For("b", 4m, SomeCost.Daily(10m)), Stop);

        Assert.Equal(3m, Assert.Single((await Store.CheckAsync([SomeCost.For("c", 4m, SomeCost.Daily(10m))], Stop))[0]).Available);
    }

    [Fact]
    public async Task Totals_of_past_days_are_cleared_away()
    {
        for (var day = 0; day < 5; day++)
        {
            await Store.HoldAsync(SomeCost.For($"job-{day}", 3m, SomeCost.Daily(10m)), Stop);
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM limit_meters"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hold_whose_commit_failed_is_read_back(bool written)
    {
        var database = Schemas.Open(clock);
        database.AroundCommit = async commit =>
        {
            database.AroundCommit = null;
            await (written ? commit() : Task.CompletedTask);
            throw new IOException("the line went dead");
        };

        var thrown = await Record.ExceptionAsync(() => new PostgreSqlCostStore(database).HoldAsync(SomeCost.For("a", 3m), Stop));

        Assert.Equal(written, thrown is null);
        Assert.True(thrown is null or StoreException { IsTransient: true, IsCommitUnknown: false });
        Assert.Equal(written ? 1 : 0, await Schemas.RunAsync("SELECT count(*) FROM ledger_entries"));
    }

    [Fact]
    public async Task The_psql_program_shows_dollars_with_six_places()
    {
        await Store.HoldAsync(SomeCost.For("a", 0.1234561m), Stop);

        Assert.Equal("0.123457", await PsqlAsync($"SELECT reserved_usd FROM {Schemas.Schema}.attempt_lines"));
        Assert.Equal("0", await PsqlAsync($"SELECT count(*) FROM {Schemas.Schema}.video_generations"));
    }

    private async Task<string> PsqlAsync(string sql)
    {
        var place = new NpgsqlConnectionStringBuilder(Schemas.Options().ConnectionString);
        using var process = Process.Start(new ProcessStartInfo(
            Path.Combine(ServerProcess.Binaries!, "psql"), ["-h", place.Host!, "-p", $"{place.Port}", "-U", place.Username!, "-At", "-c", sql, place.Database!]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return said.Trim();
    }
}
