using System.Globalization;
using VideoGen.Sdk.Peers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Flight;

/// <summary>Jobs through every stage, from the queue to the file on disk, with a vendor that is done at the first look: what is measured is the library, its store and the disk.</summary>
internal static class WholeWorkflow
{
    private const int Warm = 300;

    public static async Task<string> MeasureAsync(Store store)
    {
        var jobs = store.Name == "Memory" ? 8_000 : 3_000;
        var app = new FlightApp(store, SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Succeeded, ChargeUsd = 0.25m }), concurrency: 32);
        await app.StartAsync();
        await app.EnqueueAsync(Warm);
        await app.UntilAsync(VideoState.Succeeded, Warm);
        var before = await store.CountAsync();
        var rate = await Rate.OfAsync(jobs, callers: 1, async _ =>
        {
            await app.EnqueueAsync(jobs);
            await app.UntilAsync(VideoState.Succeeded, Warm + jobs);
        });
        var after = await store.CountAsync();
        var server = before is { } from && after is { } to ? string.Create(CultureInfo.InvariantCulture, $", {(to.Cpu - from.Cpu).TotalMilliseconds / jobs:n2} ms in the server's, {(double)(to.Transactions - from.Transactions) / jobs:n1} transactions a job") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{rate.PerSecond:n0} jobs a second, {rate.CpuEach.TotalMilliseconds:n2} ms of processor a job in this process{server}");
    }
}
