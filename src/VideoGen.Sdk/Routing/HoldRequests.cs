using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Routing;

/// <summary>Writes the one hold request that plan and reservation share, so that both ask the same question.</summary>
internal static class HoldRequests
{
    public static HoldRequest For(Candidate candidate, VideoRequest request, AttemptKey key, string clientReference) => new()
    {
        Key = key,
        ClientReference = clientReference,
        EstimateUsd = candidate.Plan.EstimateUsd,
        Provider = candidate.Plan.Provider,
        Account = candidate.Plan.Account,
        Model = candidate.Plan.Model,
        Tenant = request.Tenant,
        Campaign = request.Campaign,
        Tags = request.Tags,
        Limits = candidate.Limits,
        LongestRun = candidate.Plan.LongestRun,
    };
}
