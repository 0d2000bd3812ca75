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

    private IHostedService Host => process.Services.GetServices<IHostedService>().Single(host => host is Sdk.Workflow.VideoWorker);

    /// <summary>Starts a process whose worker runs; without places it only enqueues.</summary>
    public static async Task<WorkerProcess> StartAsync(TestWorld world, int? places = 4, ChaosProcess? chaos = null)
    {
        var process = world.StartProcess(chaos, services => services.AddVideoGeneration().AddVideoWorker(options => options.Concurrency = places ?? 1));
        var worker = new WorkerProcess(world, process);
        if (places is not null)
        {
            await worker.Host.StartAsync(Stop);
        }

        return worker;
    }

    public async Task<string> EnqueueAsync(VideoRequest? request = null, EnqueueOptions? options = null) => (await Queue.EnqueueAsync(request ?? A.Request with { IdempotencyKey = null }, options, Stop)).JobId;

    public Task StartWorkerAsync() => Host.StartAsync(Stop);

    public Task StopAsync() => Host.StopAsync(Stop);

    /// <summary>Lets time pass until the job has come to an end.</summary>
    public Task<VideoState> EndOfAsync(string jobId) => world.DriveAsync(WatchAsync(jobId));

    /// <summary>Waits for the end of a job.</summary>
    public async Task<VideoState> WatchAsync(string jobId) => (await Queue.WatchAsync(jobId, Stop).LastAsync(Stop)).State;
}
