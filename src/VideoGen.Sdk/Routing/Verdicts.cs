using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Routing;

/// <summary>Says refusals in the words of a plan.</summary>
internal static class Verdicts
{
    /// <summary>The refusal that lasts longest speaks for all: the others are gone before it.</summary>
    public static PlanVerdict Of(IReadOnlyList<LimitRefusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return PlanVerdict.Fits;
        }

        var longest = refusals.OrderByDescending(r => r.Limit.Window is LimitWindow.WhileOpen ? DateTimeOffset.MinValue : r.ResetsAt ?? DateTimeOffset.MaxValue).First();
        return new PlanVerdict
        {
            IsFitting = false,
            Limit = longest.Limit.Name,
            Asked = longest.Asked,
            Available = longest.Available,
            ResetsAt = longest.ResetsAt,
        };
    }
}
