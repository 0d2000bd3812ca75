using System.Diagnostics;
using System.Globalization;
using VideoGen.Sdk.Contracts.Costs;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Costs;

namespace VideoGen.Sdk.PostgreSql.Tests.Costs;

/// <summary>One of eight real processes that reserve from the same overlapping limits at once. It is told the server on its standard input.</summary>
internal static class CrowdProcess
{
    public const string Word = "--crowd";
    public const int Tries = 125;

    public static async Task<int> RunAsync(string schema, string name)
    {
        var connectionString = await Console.In.ReadLineAsync() ?? throw new InvalidOperationException("No server was named.");
        await using var database = new PostgreSqlDatabase(new PostgreSqlOptions { ConnectionString = connectionString, Schema = schema });
        var store = new PostgreSqlCostStore(database);
        await store.FindAsync(new AttemptKey("none", 1));
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        var held = await Task.WhenAll(Enumerable.Range(0, Tries).Select(number => Crowd.TryAsync(store, name, number)));
        await Console.Out.WriteLineAsync(held.Count(isHeld => isHeld).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    public static Process Start(PostgreSqlOptions options, string name)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CrowdProcess).Assembly.Location, Word, options.Schema, name]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("A process did not start.");
        process.StandardInput.WriteLine(options.ConnectionString);
        return process;
    }
}
