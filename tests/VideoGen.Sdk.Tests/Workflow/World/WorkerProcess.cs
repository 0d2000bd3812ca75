using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>A process with a running worker, and short words for its queue.</summary>
internal sealed class WorkerProcess(TestWorld world, TestProcess process)
{
    public TestProcess Process => process;

    public IVideoQueue Queue => process.Services.GetRequiredService<IVideoQueue>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Sdk.Workflow.VideoWorker Host => process.Services.GetServices<IHostedService>().OfType<Sdk.Workflow.VideoWorker>().Single();

    /// <summary>Starts a process whose worker runs; without places it only enqueues.</summary>
    public static async Task<WorkerProcess> StartAsync(TestWorld world, int? places = 4, ChaosProcess? chaos = null)
    {
        var process = world.StartProcess(chaos, services => services.AddVideoGeneration().AddVideoWorker(options => options.Concurrency = places ?? 1));
        var worker = new WorkerProcess(world, process);
        if (places is not null)
        {
            await worker.StartWorkerAsync();
        }

        return worker;
    }

    public async Task<string> EnqueueAsync(VideoRequest? request = null, EnqueueOptions? options = null) => (await Queue.EnqueueAsync(request ?? A.Request with { IdempotencyKey = null }, options, Stop)).JobId;

    public async Task StartWorkerAsync()
    {
        var others = world.Clock.IsSomebodyBusy;
        world.Clock.IsSomebodyBusy = async () => await IsBusyAsync() || await others();
        SteppedClock.Join(this);
        await Host.StartAsync(Stop);
    }

    public Task StopAsync() => Host.StopAsync(Stop);

    /// <summary>Lets time pass until the job has come to an end.</summary>
    public Task<VideoState> EndOfAsync(string jobId) => world.DriveAsync(WatchAsync(jobId));

    /// <summary>Waits for the end of a job.</summary>
    public async Task<VideoState> WatchAsync(string jobId) => (await Queue.WatchAsync(jobId, Stop).LastAsync(Stop)).State;

    // Everyone of the worker's who does not sleep on the clock, or wait for the place of one who does, is at work.
    private async Task<bool> IsBusyAsync()
    {
        if (process.Chaos.IsDead || Host.IsStopping)
        {
            return false;
        }

        try
        {
            return await Host.FindRestAsync() is not { } rest
                || world.Clock.SleepersOf(this) + Host.Queueing < Host.Runs + (rest.Until is null ? 0 : 1);
        }
        catch (ProcessDiedException)
        {
            return false;
        }
    }
}
