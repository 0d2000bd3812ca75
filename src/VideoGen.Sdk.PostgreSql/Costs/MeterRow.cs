using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>What a scope counts in one calendar period.</summary>
internal sealed record MeterRow(long MicroUsd, long Submissions, long? BoundMicroUsd = null, string? LimitName = null)
{
    /// <summary>Whether the period is already held against this limit.</summary>
    public bool Watches(Limit limit) => BoundMicroUsd == VideoGen.Sdk.Costs.Ledger.MicroUsd.OfBound(limit.Amount) && LimitName == limit.Name;
}
