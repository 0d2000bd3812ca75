using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

/// <summary>A generation that is killed at each of its writes in turn.</summary>
internal sealed record Scenario
{
    /// <summary>Vendors and scripts.</summary>
    public required Action<TestWorld> Arrange { get; init; }

    /// <summary>What is asked.</summary>
    public VideoRequest Request { get; init; } = A.Request;

    /// <summary>How the job ends when nothing breaks, and in the end also when something does.</summary>
    public VideoState End { get; init; } = VideoState.Succeeded;

    /// <summary>Most jobs that the vendors may ever accept for it.</summary>
    public int MostAccepted { get; init; } = 1;

    /// <summary>What can be learnt after a death between the intent and its outcome.</summary>
    public BlindMoment Blind { get; init; }

    /// <summary>Whether the stores are a file instead of memory.</summary>
    public bool IsDurable { get; init; }

    /// <summary>How long nobody notices the death.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(31);
}
