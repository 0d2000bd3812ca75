using Microsoft.Extensions.Options;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Turns the kind of a failure into retry, next or stop: policy, not vendor code.</summary>
internal sealed class FailurePolicy(IOptionsMonitor<WorkflowOptions> workflow, IOptionsMonitor<RoutingOptions> routing)
{
    // Attempts that tried nothing are free, but not without end: something is broken here.
    private const int MostIdle = 5;

    // A blip is cheaper to wait out at the chosen vendor than to flee from to a dearer one; a minute of maintenance is not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BackoffCeiling = TimeSpan.FromSeconds(30);

    /// <summary>Whether the job had all the attempts it may have.</summary>
    public bool IsSpent(VideoJob job) => Tried(job).Count() >= workflow.CurrentValue.MaxAttempts || job.Attempts.Count - job.ForgivenAttempts >= workflow.CurrentValue.MaxAttempts * MostIdle;

    /// <summary>What to do after the last attempt of a job closed with this failure.</summary>
    public FailureDecision Decide(VideoJob job, Attempt attempt, ProviderFailure failure) => Alone(job, attempt, failure) switch
    {
        FailureDecision.Retry when IsLong(attempt, failure) && HasReadyPeer(job, attempt) => new FailureDecision.Next(),
        var decision => decision,
    };

    /// <summary>Accounts that the next plan leaves out, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOut(VideoJob job) => LeftOut(job, Decide);

    /// <summary>The same without those that only stand aside for others: for when no other fits after all.</summary>
    public IReadOnlyDictionary<string, string> LeftOutForGood(VideoJob job) => LeftOut(job, Alone);

    private static Dictionary<string, string> LeftOut(VideoJob job, Func<VideoJob, Attempt, ProviderFailure, FailureDecision> decide)
    {
        var left = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attempts in job.Attempts.Where(a => a.IsClosed && a.Number > job.ForgivenAttempts).GroupBy(a => $"{a.Provider}/{a.Account}"))
        {
            var last = attempts.Last();
            if (last.Failure is { } failure && decide(job, last, failure) is not FailureDecision.Retry)
            {
                left[attempts.Key] = $"already tried {attempts.Count()} times: {failure.Kind}: {failure.Message}";
            }
        }

        return left;
    }

    /// <summary>The decision as if there were no other provider.</summary>
    private FailureDecision Alone(VideoJob job, Attempt attempt, ProviderFailure failure) => failure.Kind switch
    {
        ProviderFailureKind.InvalidRequest => new FailureDecision.Stop(JobFailureKind.InvalidRequest),
        ProviderFailureKind.ContentRejected when !(job.Request.FailoverOnContentRejected ?? workflow.CurrentValue.FailoverOnContentRejected) =>
            new FailureDecision.Stop(JobFailureKind.ContentRejected),
        _ when IsSpent(job) => new FailureDecision.Stop(JobFailureKind.AllProvidersFailed),
        ProviderFailureKind.Transient or ProviderFailureKind.RateLimited or ProviderFailureKind.Timeout => RetryOrNext(job, attempt, failure),
        _ => new FailureDecision.Next(),
    };

    // A vendor that took the job and then failed it has shown what the same again is worth. Rates have a patience of their own.
    private bool IsLong(Attempt attempt, ProviderFailure failure) => failure.Kind == ProviderFailureKind.RateLimited
        ? failure.RetryAfter > routing.CurrentValue.MaxSlotWait
        : attempt.Verdict == SubmissionVerdict.Accepted || failure.RetryAfter > Patience;

    // Somebody else who fits now and was tried less often: the least tried is always left, so that two never wait for each other.
    private bool HasReadyPeer(VideoJob job, Attempt attempt) => job.Plans is [.., var plan] && plan.Candidates.Any(c =>
        c.Verdict.IsFitting && MayTake(job, c) && Tries(job, c.Provider, c.Account) < Tries(job, attempt.Provider, attempt.Account));

    private bool MayTake(VideoJob job, PlanCandidate candidate) =>
        Tried(job).LastOrDefault(a => a.Provider == candidate.Provider && a.Account == candidate.Account) is not { } last || Alone(job, last, last.Failure!) is FailureDecision.Retry;

    private static int Tries(VideoJob job, string provider, string account) => Tried(job).Count(a => a.Provider == provider && a.Account == account);

    // A hold that was made anew (another day, an old plan) tried nothing.
    private static IEnumerable<Attempt> Tried(VideoJob job) => job.Attempts.Where(a => a.Number > job.ForgivenAttempts && a.Failure is not null);

    private FailureDecision RetryOrNext(VideoJob job, Attempt attempt, ProviderFailure failure)
    {
        var tries = Tried(job).Count(a => a.Provider == attempt.Provider && a.Account == attempt.Account && a.Number <= attempt.Number);
        return tries >= workflow.CurrentValue.MaxAttemptsPerCandidate
            ? new FailureDecision.Next()
            : new FailureDecision.Retry(failure.RetryAfter is { } asked ? Longer(asked, Backoff.Full(tries, BackoffCeiling)) : Backoff.Full(tries, BackoffCeiling));
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
