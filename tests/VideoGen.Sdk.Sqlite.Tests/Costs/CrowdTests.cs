using System.Diagnostics;
using System.Globalization;
using VideoGen.Sdk.Contracts.Costs;
using VideoGen.Sdk.Sqlite.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

/// <summary>Eight real processes on one file.</summary>
public sealed class CrowdTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_thousand_reservations_of_eight_processes_pass_no_limit_by_a_cent_or_a_slot_and_all_come_back()
    {
        Process[] processes = [.. Enumerable.Range(0, 8).Select(number => CrowdProcess.Start(folder.File(), $"p{number}"))];
        foreach (var process in processes)
        {
            Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(Stop));
        }

        foreach (var process in processes)
        {
            await process.StandardInput.WriteLineAsync("go");
        }

        var told = await Task.WhenAll(processes.Select(process => process.StandardOutput.ReadToEndAsync(Stop)));
        Array.ForEach(processes, process => process.Dispose());
        var held = told.Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToArray();
        using var database = new SqliteDatabase(new SqliteOptions { Path = folder.File() }, TimeProvider.System);
        await Crowd.MustFitAsync(new SqliteCostStore(database), held.Sum(), Stop);
    }
}
