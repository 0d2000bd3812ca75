using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What one run holds of its worker's places. Used by that run alone.</summary>
internal sealed class RunPlace : IDisposable
{
    // What begins this much later is better kept by the store: another process may have a place sooner.
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(30);

    private readonly RunPlaces places;
    private readonly string tenant;
    private bool isExecuting = true;
    private bool isCounted;

    public RunPlace(RunPlaces places, VideoJob job)
    {
        this.places = places;
        tenant = job.Request.Tenant ?? "";
        Recount(job);
    }

    /// <summary>Whether the job is better given back to the store than slept over here. A wait for a running place is not: it has a patience that began here.</summary>
    public static bool IsBetterLeft(VideoJob job, TimeSpan delay) => job is { State: VideoState.Scheduled, DueAt: not null } && delay > LongestNap && !Stages.PlanStage.WaitsForAPlace(job);

    /// <summary>Waits for a place, unless the run is to end: ending needs none.</summary>
    public async Task EnterAsync(CancellationToken ended)
    {
        if (isExecuting || ended.IsCancellationRequested)
        {
            return;
        }

        var entering = places.EnterAsync(ended);
        await entering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        isExecuting = entering.IsCompletedSuccessfully;
    }

    /// <summary>The run begins to wait.</summary>
    public void Leave(VideoJob job)
    {
        Recount(job);
        if (isExecuting)
        {
            isExecuting = false;
            places.Leave();
        }
    }

    public void Dispose()
    {
        Recount(null);
        if (isExecuting)
        {
            isExecuting = false;
            places.Leave();
        }
    }

    private void Recount(VideoJob? job)
    {
        var isNotBegun = job is not null && ClaimOrder.RankOf(job) == ClaimOrder.NotBegun;
        if (isNotBegun != isCounted)
        {
            isCounted = isNotBegun;
            places.Count(tenant, isNotBegun ? 1 : -1);
        }
    }
}
