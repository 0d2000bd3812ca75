using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What one step of a run came to: its end, or the job to go on with after a rest.</summary>
internal sealed record RunStep
{
    public RunStep(RunEnd end) => End = end;

    public RunStep(StoredJob next, TimeSpan delay, JobSignals signals) => (Next, Delay, Signals) = (next, delay, signals);

    public RunEnd? End { get; }

    public StoredJob? Next { get; }

    public TimeSpan Delay { get; }

    /// <summary>The signals as they were before this step.</summary>
    public JobSignals Signals { get; } = new();

    /// <summary>The signals as the store read them with the save of this step; null where it did not, or nothing was saved.</summary>
    public JobSignals? Fresh { get; init; }

    /// <summary>Whether a stage ran, which acts on every signal of before.</summary>
    public bool IsOfStage { get; init; }
}
