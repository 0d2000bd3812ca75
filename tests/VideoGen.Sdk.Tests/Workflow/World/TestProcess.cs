using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>A process: a container of its own over the stores of its world.</summary>
internal sealed class TestProcess(TestWorld world, ServiceProvider services, ChaosProcess chaos) : IAsyncDisposable
{
    public ChaosProcess Chaos => chaos;

    public IServiceProvider Services => services;

    public IVideoGenerator Generator => services.GetRequiredService<IVideoGenerator>();

    /// <summary>Asks for a video and leaves the time to the test.</summary>
    public Task<VideoResult> BeginAsync(VideoRequest? request = null, IProgress<VideoProgress>? progress = null) =>
        Generator.GenerateAsync(request ?? A.Request, progress, TestContext.Current.CancellationToken);

    public Task<CancelOutcome> CancelAsync(string jobId) => Generator.CancelAsync(jobId, TestContext.Current.CancellationToken);

    public Task<VideoResult> RetryFailedAsync(string jobId) => world.DriveAsync(Generator.RetryFailedAsync(jobId, null, TestContext.Current.CancellationToken));

    public Task<VideoPlan> PlanAsync(VideoRequest? request = null) => Generator.PlanAsync(request ?? A.Request, TestContext.Current.CancellationToken);

    /// <summary>Asks for a video and lets time pass until the call ends.</summary>
    public Task<VideoResult> GenerateAsync(VideoRequest? request = null, IProgress<VideoProgress>? progress = null) =>
        world.DriveAsync(BeginAsync(request, progress));

    /// <summary>How such a call ends: the result, or the exception.</summary>
    public async Task<(VideoResult? Result, Exception? Failure)> TryGenerateAsync(VideoRequest? request = null)
    {
        try
        {
            return (await GenerateAsync(request), null);
        }
        catch (Exception e) when (e is VideoGenerationException or ProcessDiedException or OperationCanceledException)
        {
            return (null, e);
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
