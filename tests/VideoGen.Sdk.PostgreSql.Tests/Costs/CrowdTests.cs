using System.Diagnostics;
using System.Globalization;
using VideoGen.Sdk.Contracts.Costs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Costs;

/// <summary>Eight real processes on one schema.</summary>
public sealed class CrowdTests(SharedServer server) : PostgreSqlTests(server)
{
    [Fact]
    public async Task A_thousand_reservations_of_eight_processes_pass_no_limit_by_a_cent_or_a_slot_and_all_come_back()
    {
        Process[] processes = [.. Enumerable.Range(0, 8).Select(number => CrowdProcess.Start(Schemas.Options(), $"p{number}"))];
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
        await Crowd.MustFitAsync(new PostgreSqlCostStore(Schemas.Open()), held.Sum(), Stop);
    }
}
