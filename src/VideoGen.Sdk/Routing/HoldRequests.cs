using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Routing;

/// <summary>Writes the one hold request that plan and reservation share, so that both ask the same question.</summary>
internal static class HoldRequests
{
    public static HoldRequest For(Candidate candidate, VideoRequest request, AttemptKey key, string clientReference) => For(
        new HoldSubject(candidate.Plan.Provider, candidate.Plan.Account, candidate.Plan.Model, candidate.Plan.EstimateUsd, candidate.Plan.LongestRun, candidate.Spec.Duration, candidate.Limits),
        request,
        key,
        clientReference);

    public static HoldRequest For(HoldSubject subject, VideoRequest request, AttemptKey key, string clientReference) => new()
    {
        Key = key,
        ClientReference = clientReference,
        EstimateUsd = subject.EstimateUsd,
        Provider = subject.Provider,
        Account = subject.Account,
        Model = subject.Model,
        Tenant = request.Tenant,
        Campaign = request.Campaign,
        Tags = LedgerTags.Of(request.Tags, request.Style),
        Length = subject.Length,
        Limits = subject.Limits,
        LongestRun = subject.LongestRun,
    };
}
