using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>A process with a running worker, and short words for its queue.</summary>
internal sealed class WorkerProcess(TestWorld world, TestProcess process)
{
    // What may be claimed is about to be, unless time moved while the worker lay down: then its timer rings a little late, and time must move on.
    private const int Patience = 1_000;
    private int looks;

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

    public Task StartWorkerAsync()
    {
        var others = world.Clock.IsSomebodyBusy;
        world.Clock.IsSomebodyBusy = async () => await IsBusyAsync() || await others();
        return Host.StartAsync(Stop);
    }

    public Task StopAsync() => Host.StopAsync(Stop);

    /// <summary>Lets time pass until the job has come to an end.</summary>
    public Task<VideoState> EndOfAsync(string jobId) => world.DriveAsync(WatchAsync(jobId));

    /// <summary>Waits for the end of a job.</summary>
    public async Task<VideoState> WatchAsync(string jobId) => (await Queue.WatchAsync(jobId, Stop).LastAsync(Stop)).State;

    // Between a place and its sleep a run only reckons its next appointment: that may see a later time.
    private async Task<bool> IsBusyAsync()
    {
        if (process.Chaos.IsDead || Host.IsStopping)
        {
            return false;
        }

        return Host.Executing > 0 || world.Clock.Sleepers < Host.Runs
            || ((await world.Jobs.GetPausesAsync(Stop)).Count == 0 && await IsSomethingToClaimAsync() && ++looks % Patience != 0);
    }

    private async Task<bool> IsSomethingToClaimAsync() =>
        (await world.Jobs.ListAsync(new JobQuery { Limit = 1_000 }, Stop)).Any(stored => ClaimOrder.IsOpen(stored.Job) && stored.Stamp.OwnerId is null && !(stored.Job.DueAt > world.Clock.GetUtcNow()));
}
