using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Why a run of a job came to a stop.</summary>
internal abstract record RunEnd
{
    private RunEnd()
    {
    }

    /// <summary>The job succeeded, failed, was cancelled, needs attention or is parked; its state says which.</summary>
    public sealed record Settled(VideoJob Job) : RunEnd;

    /// <summary>The deadline passed while the vendor works; the job stays Waiting, free for the next owner.</summary>
    public sealed record DeadlinePassed(VideoJob Job) : RunEnd;

    /// <summary>This process was asked to stop; the job is free for the next owner.</summary>
    public sealed record Stopped(VideoJob Job) : RunEnd;

    /// <summary>Somebody else owns it now.</summary>
    public sealed record Lost(string Reason) : RunEnd;
}
