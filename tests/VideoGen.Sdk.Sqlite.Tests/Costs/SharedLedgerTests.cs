using System.Globalization;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Sqlite.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

public sealed class SharedLedgerTests : CostFileTests
{
    [Fact]
    public async Task Four_connections_on_one_file_fill_a_limit_to_the_last_cent_and_no_further()
    {
        using var second = TestDatabase.Open(Path, Clock);
        using var third = TestDatabase.Open(Path, Clock);
        using var fourth = TestDatabase.Open(Path, Clock);
        ICostStore[] stores = [Store, new SqliteCostStore(second), new SqliteCostStore(third), new SqliteCostStore(fourth)];
        using var together = new Barrier(stores.Length);

        var held = await Task.WhenAll(stores.Select((store, index) => Task.Run(async () =>
        {
            together.SignalAndWait(Token);
            var tries = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => store.HoldAsync(For($"{index}-{number}", 0.01m, Daily(0.77m), Running(90)), Token)));
            return tries.Count(result => result is HoldResult.Held);
        })));

        Assert.Equal(77, held.Sum());
        Assert.Equal(0.77m, await HeldUsdAsync());
    }

    [Fact]
    public async Task Two_connections_end_one_attempt_once()
    {
        using var second = TestDatabase.Open(Path, Clock);
        ICostStore[] stores = [Store, new SqliteCostStore(second)];
        await HoldAsync(For("a", 5m));

        await Task.WhenAll(stores.Select((store, index) => store.SettleAsync(
            new AttemptKey("a", 1), new Settlement { ChargeUsd = index + 1m, Outcome = AttemptOutcome.Succeeded, Source = ChargeSource.Vendor }, Token)));

        Assert.Equal(2, (await Store.EntriesAsync(new LedgerQuery(), Token).ToListAsync(Token)).Count);
    }

    [Fact]
    public async Task A_second_process_on_the_file_is_bound_by_the_same_limits()
    {
        await Store.FindAsync(new AttemptKey("none", 1), Token);
        using var child = HoldingProcess.Start(Path);
        Assert.Equal("ready", await child.StandardOutput.ReadLineAsync(Token));

        await child.StandardInput.WriteLineAsync("go");
        await child.StandardInput.FlushAsync(Token);
        var here = await HoldingProcess.HoldAllAsync(Store, "parent");
        var there = int.Parse((await child.StandardOutput.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);
        await child.WaitForExitAsync(Token);

        Assert.Equal((77, 0.77m), (here + there, await HeldUsdAsync()));
        Assert.InRange(here, 77 - HoldingProcess.Tries, HoldingProcess.Tries);
    }

    private async Task<decimal> HeldUsdAsync() => (await Store.ListAsync(new LedgerQuery(), Token).ToListAsync(Token)).Sum(line => line.ReservedUsd);
}
