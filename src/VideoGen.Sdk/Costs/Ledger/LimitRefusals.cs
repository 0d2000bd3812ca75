namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Says a refusal the same way in every store.</summary>
internal static class LimitRefusals
{
    public static LimitRefusal Of(Limit limit, decimal asked, decimal used, DateTimeOffset? resetsAt) => new()
    {
        Limit = limit,
        Asked = asked,
        Available = decimal.Max(0m, limit.Amount - used),
        ResetsAt = resetsAt,
    };
}
