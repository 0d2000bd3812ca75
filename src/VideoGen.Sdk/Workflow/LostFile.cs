using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow.Stages;

namespace VideoGen.Sdk.Workflow;

/// <summary>Fetches the file of a finished job again when it is gone from where it was kept. Free: the vendor was paid once and still has it, or nobody has. The job's record stays as it is.</summary>
internal sealed class LostFile(DownloadStage download, OptimiseStage optimise, StoreStage store)
{
    private const int MostTries = 3;

    /// <exception cref="AssetStoreException">It cannot be fetched any more; the message says why and what is left to do.</exception>
    public async Task<VideoJob> BringBackAsync(VideoJob job, OwnerLease owner, CancellationToken cancellationToken)
    {
        // One try is counted, so that the vendor is asked for a fresh link: the old one is as old as the video.
        var fresh = job with { Source = null, Video = null, Thumbnail = null, Notes = [], Tries = 1 };
        foreach (var stage in (IStage[])[download, optimise, store])
        {
            fresh = await RunAsync(stage, job, fresh, owner, cancellationToken).ConfigureAwait(false);
        }

        return fresh with { Tries = job.Tries };
    }

    private static async Task<VideoJob> RunAsync(IStage stage, VideoJob job, VideoJob fresh, OwnerLease owner, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var context = new StageContext(new StoredJob(fresh, new JobStamp(0, null, 0, 0)), new JobSignals(), owner, _ => { });
            switch (await stage.RunAsync(context, cancellationToken).ConfigureAwait(false))
            {
                case StageResult.Advance advance:
                    return advance.Job;
                case StageResult.RetryLater later when tries < MostTries:
                    fresh = later.Job;
                    break;
                case StageResult.RetryLater later:
                    throw Gone(job, later.Reason);
                case StageResult.NeedsAttention attention:
                    throw Gone(job, attention.Reason);
                case StageResult.Fail fail:
                    throw Gone(job, fail.Reason);
                default:
                    throw Gone(job, "it went away again while it was fitted");
            }
        }
    }

    private static AssetStoreException Gone(VideoJob job, string reason) => new(
        $"Job {job.Id} made its video, but the file is gone from {job.Video!.Location} and could not be fetched again: {reason.TrimEnd('.')}. Put it back, or ask with another idempotency key, which makes and pays another one.")
    {
        JobId = job.Id,
        AssetId = job.Video.Id,
    };
}
