namespace VideoGen.Sdk.Costs.Ledger;

/// <summary>Puts a summary together, from single lines or from sums that a database made; every store ends here, so that all say the same.</summary>
internal sealed class SummaryFold
{
    private readonly IReadOnlyList<LimitPeriod> days;
    private readonly TotalsMeter[] byDay;
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

    public TotalsMeter Total { get; } = new();

    public GroupMeters Providers { get; } = new();

    public GroupMeters Accounts { get; } = new();

    public GroupMeters Models { get; } = new();

    public GroupMeters Tenants { get; } = new();

    public GroupMeters Campaigns { get; } = new();

    private GroupMeters Tags { get; } = new();

    /// <summary>The first instants of all days after the first, for databases that tell days apart themselves.</summary>
    public DateTimeOffset[] DayStarts => [.. days.Skip(1).Select(day => day.StartsAt)];

    /// <summary>The day with this place among the days.</summary>
    public TotalsMeter Day(int place) => byDay[place];

    /// <summary>The day that holds the instant, which lies within the stretch; quick for instants in order.</summary>
    public TotalsMeter Day(DateTimeOffset at)
    {
        if (days[lastDay].StartsAt > at)
        {
            lastDay = 0;
        }

        while (days[lastDay].EndsAt <= at)
        {
            lastDay++;
        }

        return byDay[lastDay];
    }

    /// <summary>The meters of these tags; a tag that was given twice counts once.</summary>
    public TotalsMeter[] OfTags(IReadOnlyList<string> tags) => tags.Count == 0 ? [] : [.. tags.Distinct(StringComparer.Ordinal).Select(tag => Tags[tag])];

    /// <summary>Counts one line.</summary>
    public void Add(AttemptLine line)
    {
        var sums = LineSums.Of(line);
        Total.Add(sums);
        Day(line.ReservedAt).Add(sums);
        Providers[line.Provider].Add(sums);
        Accounts[$"{line.Provider}/{line.Account}"].Add(sums);
        Models[$"{line.Provider}/{line.Model}"].Add(sums);
        Tenants[line.Tenant].Add(sums);
        Campaigns[line.Campaign].Add(sums);
        foreach (var meter in OfTags(line.Tags))
        {
            meter.Add(sums);
        }
    }

    public LedgerSummary ToSummary() => new()
    {
        Total = Total.ToTotals(),
        ByDay = [.. days.Select((day, place) => new LedgerDay(day, byDay[place].ToTotals()))],
        ByProvider = Providers.ToGroups(),
        ByAccount = Accounts.ToGroups(),
        ByModel = Models.ToGroups(),
        ByTenant = Tenants.ToGroups(),
        ByCampaign = Campaigns.ToGroups(),
        ByTag = Tags.ToGroups(),
    };
}
