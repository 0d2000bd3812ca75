using System.Diagnostics;
using System.Globalization;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Flight;

/// <summary>Ten thousand accepted jobs that a vendor works on for as long as it is looked at; it asks for one look at each in 30 seconds. One went the whole way there; the others are its like, as after a restart.</summary>
internal static class WaitingJobs
{
    private const int Jobs = 10_000;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(40);

    public static async Task<string> MeasureAsync(Store store)
    {
        var app = new FlightApp(store, SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Running, RetryAfter = Between }), concurrency: 32);
        await app.StartAsync();
        await app.EnqueueAsync(1);
        await app.UntilAsync(VideoState.Waiting, 1);
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        await app.LikeTheFirstAsync(Jobs - 1);
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        while (app.Looks < Jobs && await next.WaitForNextTickAsync())
        {
            // Until each was looked at once.
        }

        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - empty) / Jobs;

        // What is compiled once, and the server's counts of the claims, belong to nobody's wait.
        using var settling = new PeriodicTimer(TimeSpan.FromSeconds(20), TimeProvider.System);
        await settling.WaitForNextTickAsync();
        using var self = Process.GetCurrentProcess();
        var (before, looks, cpu, began) = (await store.CountAsync(), app.Looks, self.TotalProcessorTime, TimeProvider.System.GetTimestamp());
        using var watch = new PeriodicTimer(Watched, TimeProvider.System);
        await watch.WaitForNextTickAsync();
        self.Refresh();
        var took = TimeProvider.System.GetElapsedTime(began);
        (looks, cpu) = (app.Looks - looks, self.TotalProcessorTime - cpu);
        var (threads, after) = (self.Threads.Count, await store.CountAsync());
        var server = before is { } from && after is { } to
            ? string.Create(CultureInfo.InvariantCulture, $", {(double)(to.Transactions - from.Transactions) / looks:n2} transactions a look, {to.Writes - from.Writes} rows written in all")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{cpu / took:p1} of a core for {looks / took.TotalSeconds:n0} looks a second ({cpu.TotalMicroseconds / looks:n0} µs each), {threads} threads, {bytes:n0} bytes a job{server}");
    }
}
