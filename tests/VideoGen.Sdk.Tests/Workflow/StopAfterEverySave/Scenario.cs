using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

/// <summary>A generation that is killed at each of its writes in turn.</summary>
internal sealed record Scenario
{
    /// <summary>Vendors and scripts.</summary>
    public required Action<TestWorld> Arrange { get; init; }

    /// <summary>What is asked.</summary>
    public VideoRequest Request { get; init; } = A.Request;

    /// <summary>What else happens while it runs.</summary>
    public Action<TestWorld, TestProcess>? Meanwhile { get; init; }

    /// <summary>How the job ends when nothing breaks, and in the end also when something does.</summary>
    public VideoState End { get; init; } = VideoState.Succeeded;

    /// <summary>Most jobs that the vendors may ever accept for it.</summary>
    public int MostAccepted { get; init; } = 1;

    /// <summary>Whether a death in the blind moment leaves the job to a person.</summary>
    public bool IsBlind { get; init; }

    /// <summary>How long nobody notices the death.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(31);
}
