using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Flight;

/// <summary>From the call that enqueues a job in this process to the moment at which a worker in another one has it in hand; one job at a time, the worker idle before each.</summary>
internal static class StartElsewhere
{
    private const int Warm = 40;
    private const int Jobs = 400;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly SubmitScript Done = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Succeeded, ChargeUsd = 0.25m });

    public static async Task<string> MeasureAsync(Store store)
    {
        var app = new FlightApp(store, Done, concurrency: 1);
        await app.EnqueueAsync(1);
        using var other = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["starter", store.Connection!, store.Folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var took = new List<TimeSpan>();
        await StartOfAsync(other, jobId: null);
        using var next = new PeriodicTimer(Between, TimeProvider.System);
        for (var n = 0; n < Warm + Jobs && await next.WaitForNextTickAsync(); n++)
        {
            // The clock of the whole machine: both processes read the same.
            var began = TimeProvider.System.GetTimestamp();
            var job = await app.Queue.EnqueueAsync(new VideoRequest { Prompt = $"a lighthouse in the rain, take {n}" });
            took.Add(TimeProvider.System.GetElapsedTime(began, await StartOfAsync(other, job.JobId)));
        }

        other.StandardInput.Close();
        await other.WaitForExitAsync();
        var measured = took.Skip(Warm).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"median {measured[Jobs / 2].TotalMilliseconds:n1} ms, 95 of 100 within {measured[Jobs * 95 / 100].TotalMilliseconds:n1} ms, longest {measured[^1].TotalMilliseconds:n1} ms");
    }

    /// <summary>The other process: works until whoever started it goes away, and says of each job when it was in hand.</summary>
    public static async Task RunAsync(Store store)
    {
        var app = new FlightApp(store, Done, concurrency: 8, services =>
        {
            var former = services.Last(service => service.ServiceType == typeof(IJobStore)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton(provider => ClaimTimes.Of((IJobStore)former(provider))));
        });
        await app.StartAsync();
        await Console.In.ReadToEndAsync();
        Environment.Exit(0);
    }

    private static async Task<long> StartOfAsync(Process other, string? jobId)
    {
        while (await other.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [var id, var at] && (jobId is null || id == jobId))
            {
                return long.Parse(at, CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("The other process has ended.");
    }
}
