using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What a stage wants to happen next. Data, never an exception for an expected outcome; only the runner acts on it.</summary>
internal abstract record StageResult
{
    private StageResult()
    {
    }

    /// <summary>This stage is done; the next one follows.</summary>
    public sealed record Advance(VideoJob Job) : StageResult;

    /// <summary>The vendor works; look again after the delay. Waited for in memory, written only when the job changed.</summary>
    public sealed record WaitFor(VideoJob Job, TimeSpan Delay) : StageResult;

    /// <summary>Nothing is sent yet, and room may come at any moment: the same stage again after the delay. Waited for in memory like <see cref="WaitFor"/>.</summary>
    public sealed record WaitForRoom(VideoJob Job, TimeSpan Delay) : StageResult;

    /// <summary>The same stage again after the delay.</summary>
    public sealed record RetryLater(VideoJob Job, TimeSpan Delay, string Reason) : StageResult;

    /// <summary>Every attempt is closed; plan again after the delay.</summary>
    public sealed record NextProvider(VideoJob Job, string Reason, TimeSpan Delay = default) : StageResult;

    /// <summary>The job ends without a video; every attempt is closed.</summary>
    public sealed record Fail(VideoJob Job, JobFailureKind Kind, string Reason, ProviderFailure? Failure = null) : StageResult;

    /// <summary>Money is out and nobody knows, or a paid file cannot be had: a person is asked, and the stage looks again after the delay.</summary>
    public sealed record NeedsAttention(VideoJob Job, string Reason, TimeSpan LookAgainAfter) : StageResult;

    /// <summary>An earlier stage must run again: what it left is gone.</summary>
    public sealed record Back(VideoJob Job, string Stage, TimeSpan Delay, string Reason) : StageResult;

    /// <summary>The job cannot run and no money is out: it waits for a person.</summary>
    public sealed record Park(VideoJob Job, string Reason) : StageResult;

    /// <summary>Somebody else owns the job now: drop it, save nothing.</summary>
    public sealed record Dropped(string Reason) : StageResult;
}
