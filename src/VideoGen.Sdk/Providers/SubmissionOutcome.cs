namespace VideoGen.Sdk.Providers;

/// <summary>What became of the one paid request, decided by where the call failed. Nothing else exists: every doubt is <see cref="Unknown"/>.</summary>
public abstract record SubmissionOutcome
{
    private SubmissionOutcome()
    {
    }

    /// <summary>No byte of the request left: name not found, connection refused, TLS refused, or our own checks said no.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record NotSent(ProviderFailure Failure) : SubmissionOutcome;

    /// <summary>The vendor said no in its own words before accepting.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Rejected(ProviderFailure Failure) : SubmissionOutcome;

    /// <summary>The vendor gave an id, also when the same answer says that the job failed.</summary>
    /// <param name="RemoteId">The vendor's id.</param>
    public sealed record Accepted(string RemoteId) : SubmissionOutcome
    {
        /// <summary>The vendor's own upper bound of the price in USD, where the answer states one.</summary>
        public decimal? EstimateUsd { get; init; }
    }

    /// <summary>Nobody knows whether a paid job exists.</summary>
    /// <param name="Failure">What was seen.</param>
    public sealed record Unknown(ProviderFailure Failure) : SubmissionOutcome;
}
