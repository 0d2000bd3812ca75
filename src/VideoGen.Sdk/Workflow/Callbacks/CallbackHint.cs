using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>A delivery that is not signed, or not for us alone: hearsay that may make us ask.</summary>
internal sealed record CallbackHint(IVideoProvider Provider, SubmissionIntent Intent, CallbackReading Reading)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    /// <summary>How often it was followed in vain.</summary>
    public int Failures { get; init; }

    /// <summary>When it was followed in vain for the first time; null before.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Whether both claim the same of the same attempt.</summary>
    public bool ClaimsTheSameAs(CallbackHint other) => Intent.ClientReference == other.Intent.ClientReference && Reading.RemoteId == other.Reading.RemoteId;

    /// <summary>The wait before the next question: twice the last after each failure, and never less than the vendor asks for.</summary>
    public TimeSpan RestAfter(ProviderFailure? failure)
    {
        var floor = Provider.Descriptor.PollFloor;
        var doubled = (floor > Shortest ? floor : Shortest) * Math.Pow(2, Math.Clamp(Failures - 1, 0, 20));
        var rest = doubled < Longest ? doubled : Longest;
        return failure?.RetryAfter is { } asked && asked > rest ? asked : rest;
    }
}
