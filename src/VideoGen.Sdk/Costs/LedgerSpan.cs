namespace VideoGen.Sdk.Costs;

/// <summary>A half-open stretch of time whose lines are summed, by the time of their reservation, as budgets count them.</summary>
public sealed record LedgerSpan
{
    /// <summary>First instant.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after the stretch, at most about ten years later.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Whose days are told apart. Default UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The days that the stretch touches, in order; its ends may cut the first and the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is longer than 3,660 days.</exception>
    public IReadOnlyList<LimitPeriod> Days()
    {
        if (Until - From > TimeSpan.FromDays(3660))
        {
            throw new ArgumentOutOfRangeException(nameof(Until), Until, "A stretch of the ledger is at most 3,660 days long.");
        }

        var days = new List<LimitPeriod>();
        for (var at = From; at < Until;)
        {
            var day = LimitPeriod.DayOf(at, Zone);
            days.Add(day);
            at = day.EndsAt;
        }

        return days;
    }
}
