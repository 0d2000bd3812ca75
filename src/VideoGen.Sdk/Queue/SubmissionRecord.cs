namespace VideoGen.Sdk.Queue;

/// <summary>One statement about the outcome of a POST. Append-only, accepted from anyone at any time, owner or not.</summary>
public sealed record SubmissionRecord
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>Number of the attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Our id at the vendor.</summary>
    public required string ClientReference { get; init; }

    /// <summary>What it says.</summary>
    public required SubmissionVerdict Verdict { get; init; }

    /// <summary>The vendor's id, with <see cref="SubmissionVerdict.Accepted"/>.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Why, with every other verdict.</summary>
    public ProviderFailure? Failure { get; init; }

    /// <summary>The vendor's own upper bound of the price in USD, where stated.</summary>
    public decimal? EstimateUsd { get; init; }

    /// <summary>Who says so: <c>submit</c>, <c>owner</c> (it sent nothing, for reasons of its own), <c>replay</c>, <c>lookup</c>, <c>webhook</c> or <c>person</c>.</summary>
    public required string Source { get; init; }

    /// <summary>When it was written (store's clock); set by the store.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whether both say the same of the same attempt: one verdict, one remote id. Who said it, when, and in which words makes no difference.</summary>
    public bool SaysTheSameAs(SubmissionRecord other) =>
        JobId == other.JobId && Attempt == other.Attempt && Verdict == other.Verdict && RemoteId == other.RemoteId;
}
