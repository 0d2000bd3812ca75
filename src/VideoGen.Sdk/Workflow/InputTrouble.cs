using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What is done about a stored input that cannot be read before anything was sent: tried again a little later, then the job fails and says which input it was.</summary>
internal static class InputTrouble
{
    private const int MaxTries = 3;

    /// <summary>The next try; null when there were enough.</summary>
    public static StageResult.RetryLater? Again(VideoJob job, AssetStoreException e) => job.Tries + 1 < MaxTries
        ? new StageResult.RetryLater(job with { Tries = job.Tries + 1 }, Backoff.Full(job.Tries + 1, TimeSpan.FromSeconds(30)), e.Message)
        : null;

    public static StageResult.Fail End(VideoJob closed, AssetStoreException e) => new(closed, JobFailureKind.InvalidRequest, e.Message, FailureOf(e));

    public static ProviderFailure FailureOf(AssetStoreException e) => new() { Kind = ProviderFailureKind.InvalidRequest, Message = e.Message };
}
