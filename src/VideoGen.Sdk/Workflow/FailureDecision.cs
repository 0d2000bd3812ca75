using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What follows a closed attempt that failed.</summary>
internal abstract record FailureDecision
{
    private FailureDecision()
    {
    }

    /// <summary>A new attempt, the same candidate allowed.</summary>
    public sealed record Retry(TimeSpan Delay) : FailureDecision;

    /// <summary>A new attempt elsewhere.</summary>
    public sealed record Next : FailureDecision;

    /// <summary>The job fails.</summary>
    public sealed record Stop(JobFailureKind Kind) : FailureDecision;
}
