using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Costs;

namespace CostReport.Demo;

/// <summary>Writes the made-up year straight into the tables: a ledger by its own calls would take its times from the clock, and hours.</summary>
internal static class DemoLedger
{
    /// <summary>Fills an empty ledger and says how many entries it then has.</summary>
    /// <exception cref="InvalidOperationException">There is something in it: made-up money beside real money would be worse than no report.</exception>
    public static async Task<long> FillAsync(StoreChoice store, ICostStore costs, IEngagementStore engagement, DateTimeOffset until, int entries)
    {
        // The first call makes the tables.
        await foreach (var line in costs.ListAsync(new LedgerQuery()))
        {
            throw new InvalidOperationException($"{store.Kind}: the ledger has lines already, the first of job {line.Key.JobId}; --lines writes made-up data only into an empty one.");
        }

        await engagement.FindAsync("");
        var attempts = new DemoYear(until, entries).Attempts();
        return store.Kind == "sqlite" ? SqliteDemo.Write(store.Place, attempts) : await PostgreSqlDemo.WriteAsync(store.Place, attempts);
    }
}
