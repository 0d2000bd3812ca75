using System.Diagnostics;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Sqlite.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

/// <summary>A real second process that takes from the same limits: it says when it is ready, begins on a word, and tells what it got.</summary>
internal static class HoldingProcess
{
    public const string Word = "--hold";
    public const int Tries = 60;

    private static readonly Limit[] Limits =
    [
        new() { Name = "day", Scope = LimitScope.All, Window = new LimitWindow.Day(TimeZoneInfo.Utc), Unit = LimitUnit.Usd, Amount = 0.77m },
        new() { Name = "running", Scope = LimitScope.All, Window = new LimitWindow.WhileOpen(), Unit = LimitUnit.Submissions, Amount = 100m },
    ];

    public static async Task<int> RunAsync(string path)
    {
        using var database = TestDatabase.Open(path);
        var store = new SqliteCostStore(database);
        await store.FindAsync(new AttemptKey("none", 1));
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await Console.Out.WriteLineAsync($"{await HoldAllAsync(store, "child")}");
        return 0;
    }

    public static Process Start(string path)
    {
        var assembly = typeof(HoldingProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, Word, path]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException("The second process did not start.");
    }

    /// <summary>How many of its tries were held.</summary>
    public static async Task<int> HoldAllAsync(ICostStore store, string name)
    {
        var held = 0;
        for (var number = 0; number < Tries; number++)
        {
            held += await store.HoldAsync(Request($"{name}-{number}")) is HoldResult.Held ? 1 : 0;
        }

        return held;
    }

    private static HoldRequest Request(string job) => new()
    {
        Key = new AttemptKey(job, 1),
        ClientReference = job,
        EstimateUsd = 0.01m,
        Provider = "kling",
        Account = "default",
        Model = "kling-v2",
        Limits = Limits,
    };
}
