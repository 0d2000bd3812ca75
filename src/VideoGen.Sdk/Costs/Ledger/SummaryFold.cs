namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Puts a summary together, from single lines or from sums that a database made; every store ends here, so that all say the same.</summary>
internal sealed class SummaryFold
{
    private readonly IReadOnlyList<LimitPeriod> days;
    private readonly TotalsMeter[] byDay;
    private readonly TotalsMeter total = new();
    private readonly GroupMeters byProvider = new();
    private readonly GroupMeters byAccount = new();
    private readonly GroupMeters byModel = new();
    private readonly GroupMeters byTenant = new();
    private readonly GroupMeters byCampaign = new();
    private readonly GroupMeters byTag = new();
    private int lastDay;

    public SummaryFold(LedgerSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        days = span.Days();
        byDay = new TotalsMeter[days.Count];
        for (var i = 0; i < byDay.Length; i++)
        {
            byDay[i] = new TotalsMeter();
        }
    }

    /// <summary>The first instants of all days after the first, for databases that tell days apart themselves.</summary>
    public DateTimeOffset[] DayStarts => [.. days.Skip(1).Select(day => day.StartsAt)];

    /// <summary>Counts into everything but the days.</summary>
    public void Add(in LineFacts facts, in LineSums sums)
    {
        total.Add(sums);
        byProvider.Add(facts.Provider, sums);
        byAccount.Add($"{facts.Provider}/{facts.Account}", sums);
        byModel.Add($"{facts.Provider}/{facts.Model}", sums);
        byTenant.Add(facts.Tenant, sums);
        byCampaign.Add(facts.Campaign, sums);
        for (var i = 0; i < facts.Tags.Count; i++)
        {
            if (IsFirst(facts.Tags, i))
            {
                byTag.Add(facts.Tags[i], sums);
            }
        }
    }

    /// <summary>Counts into the day with this place among the days.</summary>
    public void AddDay(int day, in LineSums sums) => byDay[day].Add(sums);

    /// <summary>The place of the day that holds the instant, which lies within the stretch; quick for instants in order.</summary>
    public int DayOf(DateTimeOffset at)
    {
        if (days[lastDay].StartsAt > at)
        {
            lastDay = 0;
        }

        while (days[lastDay].EndsAt <= at)
        {
            lastDay++;
        }

        return lastDay;
    }

    public LedgerSummary ToSummary() => new()
    {
        Total = total.ToTotals(),
        ByDay = [.. days.Select((day, index) => new LedgerDay(day, byDay[index].ToTotals()))],
        ByProvider = byProvider.ToGroups(),
        ByAccount = byAccount.ToGroups(),
        ByModel = byModel.ToGroups(),
        ByTenant = byTenant.ToGroups(),
        ByCampaign = byCampaign.ToGroups(),
        ByTag = byTag.ToGroups(),
    };

    // A tag that was given twice counts once.
    private static bool IsFirst(IReadOnlyList<string> tags, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (string.Equals(tags[i], tags[index], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
