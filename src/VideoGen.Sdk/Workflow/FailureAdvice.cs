using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>The seed's sentence for a job that every provider failed, with what happened and what to do about it.</summary>
internal static class FailureAdvice
{
    private const string Sentence = "All providers failed";

    public static string Of(VideoJob job)
    {
        var reason = (job.Reason ?? Sentence).TrimEnd('.');
        var text = reason.StartsWith(Sentence, StringComparison.Ordinal) ? reason : $"{Sentence}: {reason}";
        var kinds = job.Attempts.Select(a => a.Failure?.Kind).OfType<ProviderFailureKind>().ToHashSet();
        string?[] steps =
        [
            kinds.Contains(ProviderFailureKind.Authentication) ? "check that the API keys are valid" : null,
            kinds.Contains(ProviderFailureKind.OutOfCredit) ? "add credit to the vendor's account" : null,
            kinds.Contains(ProviderFailureKind.RateLimited) ? "check the rate limits in the vendor's dashboard or lower Rates" : null,
            kinds.Contains(ProviderFailureKind.Retired) ? "choose another model or provider" : null,
            kinds.Contains(ProviderFailureKind.ContentRejected) ? "change the prompt" : null,
        ];
        var advice = steps.OfType<string>().ToList();
        var first = advice.Count == 0 ? "Check keys, credit and rate limits of the providers and the log" : char.ToUpperInvariant(advice[0][0]) + string.Join(", ", advice)[1..];
        return $"{text}. {first}; then RetryFailedAsync(\"{job.Id}\") makes new attempts.";
    }
}
