namespace VideoGen.Sdk.Analytics;

/// <summary>Engagement was reported for a job of which the ledger knows no video. Nothing was kept: a value without a cost would make every return look better than it is.</summary>
public sealed class UnknownVideoException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public UnknownVideoException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public UnknownVideoException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public UnknownVideoException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static UnknownVideoException Of(string jobId) =>
        new($"The ledger knows no video of job '{jobId}'. Report engagement under the job id of the result (VideoResult.JobId), to the store that made it.") { JobId = jobId };
}
