using System.Data.Common;
using System.Diagnostics;
using CostReport;
using CostReport.Demo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Reporting;

try
{
    var arguments = Arguments.Read(args);
    return arguments.Store is { } store && arguments.Lines is null ? await ReportAsync(arguments, store) : await FillAndReportAsync(arguments);
}
catch (FormatException fault)
{
    Console.Error.WriteLine($"{fault.Message}\n{Arguments.Usage}");
    return 2;
}
catch (Exception fault) when (fault is VideoGenerationException or InvalidOperationException or IOException or UnauthorizedAccessException or DbException)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

static ServiceProvider Services(StoreChoice store)
{
    var services = new ServiceCollection();
    store.AddTo(services.AddVideoGeneration(new ConfigurationBuilder().AddEnvironmentVariables().Build()));
    return services.BuildServiceProvider();
}

static async Task<int> ReportAsync(Arguments arguments, StoreChoice store)
{
    await using var services = Services(store);
    var analytics = services.GetRequiredService<VideoAnalytics>();
    var watch = Stopwatch.StartNew();
    var report = await analytics.GenerateCostReportAsync(new CostReportOptions { Days = arguments.Days, Folder = arguments.Output, FileName = "report" });
    watch.Stop();
    var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000.0;
    Console.WriteLine($"Report: {report}");

    // Counted afterwards: the report itself needs no number of entries.
    var entries = await services.GetRequiredService<ICostStore>().EntriesAsync(new LedgerQuery()).LongCountAsync();
    Console.WriteLine(new ReportLine(entries, 0, Math.Round(watch.Elapsed.TotalSeconds, 3), Math.Round(peak, 1)).ToJson());
    return 0;
}

static async Task<int> FillAndReportAsync(Arguments arguments)
{
    var watch = Stopwatch.StartNew();
    var store = arguments.Store ?? NewDemo(arguments.Output);
    await using (var services = Services(store))
    {
        await DemoLedger.FillAsync(
            store, services.GetRequiredService<ICostStore>(), services.GetRequiredService<IEngagementStore>(), TimeProvider.System.GetUtcNow().AddMinutes(-5), arguments.Lines ?? 20_000);
    }

    var seeded = watch.Elapsed.TotalSeconds;
    if (await ReportProcess.RunAsync(arguments, store) is not { } line)
    {
        return 1;
    }

    Console.WriteLine((line with { SeedSeconds = Math.Round(seeded, 3) }).ToJson());
    return 0;
}

// The one file here that is ours to replace.
static StoreChoice NewDemo(string output)
{
    Directory.CreateDirectory(output);
    var path = Path.Combine(output, "costreport-demo.db");
    foreach (var old in (string[])[path, path + "-wal", path + "-shm"])
    {
        File.Delete(old);
    }

    return new StoreChoice("sqlite", path);
}
