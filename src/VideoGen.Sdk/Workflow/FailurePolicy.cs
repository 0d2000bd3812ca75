using Microsoft.Extensions.Options;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Turns the kind of a failure into retry, next or stop: policy, not vendor code.</summary>
internal sealed class FailurePolicy(IOptionsMonitor<WorkflowOptions> workflow, IOptionsMonitor<RoutingOptions> routing)
{
    private static readonly TimeSpan BackoffCeiling = TimeSpan.FromSeconds(30);

    /// <summary>Whether the job had all the attempts it may have.</summary>
    public bool IsSpent(VideoJob job) => job.Attempts.Count - job.ForgivenAttempts >= workflow.CurrentValue.MaxAttempts;

    /// <summary>What to do after the last attempt of a job closed with this failure.</summary>
    public FailureDecision Decide(VideoJob job, Attempt attempt, ProviderFailure failure)
    {
        if (IsSpent(job))
        {
            return new FailureDecision.Stop(JobFailureKind.AllProvidersFailed);
        }

        return failure.Kind switch
        {
            ProviderFailureKind.InvalidRequest => new FailureDecision.Stop(JobFailureKind.InvalidRequest),
            ProviderFailureKind.ContentRejected => job.Request.FailoverOnContentRejected ?? workflow.CurrentValue.FailoverOnContentRejected
                ? new FailureDecision.Next()
                : new FailureDecision.Stop(JobFailureKind.ContentRejected),
            ProviderFailureKind.RateLimited when failure.RetryAfter is { } asked && asked > routing.CurrentValue.MaxSlotWait => new FailureDecision.Next(),
            ProviderFailureKind.Transient or ProviderFailureKind.RateLimited or ProviderFailureKind.Timeout => RetryOrNext(job, attempt, failure),
            _ => new FailureDecision.Next(),
        };
    }

    /// <summary>Accounts that the next plan leaves out, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOut(VideoJob job)
    {
        var left = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attempts in job.Attempts.Where(a => a.IsClosed && a.Number > job.ForgivenAttempts).GroupBy(a => $"{a.Provider}/{a.Account}"))
        {
            var last = attempts.Last();
            if (last.Failure is { } failure && Decide(job, last, failure) is not FailureDecision.Retry)
            {
                left[attempts.Key] = $"already tried {attempts.Count()} times: {failure.Kind}: {failure.Message}";
            }
        }

        return left;
    }

    private FailureDecision RetryOrNext(VideoJob job, Attempt attempt, ProviderFailure failure)
    {
        var tries = job.Attempts.Count(a => a.Provider == attempt.Provider && a.Account == attempt.Account && a.Number <= attempt.Number && a.Number > job.ForgivenAttempts);
        return tries >= workflow.CurrentValue.MaxAttemptsPerCandidate
            ? new FailureDecision.Next()
            : new FailureDecision.Retry(failure.RetryAfter is { } asked ? Longer(asked, Backoff.Full(tries, BackoffCeiling)) : Backoff.Full(tries, BackoffCeiling));
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
