using System.Diagnostics;
using System.Globalization;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Sqlite.Costs;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

/// <summary>One of eight real processes that reserve from the same overlapping limits at once.</summary>
internal static class CrowdProcess
{
    public const string Word = "--crowd";
    public const int Tries = 125;

    public static async Task<int> RunAsync(string path, string name)
    {
        using var database = new SqliteDatabase(new SqliteOptions { Path = path }, TimeProvider.System);
        var store = new SqliteCostStore(database);
        await store.FindAsync(new AttemptKey("none", 1));
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        var held = await Task.WhenAll(Enumerable.Range(0, Tries).Select(number => Contracts.Costs.Crowd.TryAsync(store, name, number)));
        await Console.Out.WriteLineAsync(held.Count(isHeld => isHeld).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    public static Process Start(string path, string name)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CrowdProcess).Assembly.Location, Word, path, name]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException("A process did not start.");
    }
}
