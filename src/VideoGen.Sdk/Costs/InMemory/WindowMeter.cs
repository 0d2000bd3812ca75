namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>One rolling or calendar window of one scope: where it begins now, and what is counted in it.</summary>
internal sealed class WindowMeter(LimitWindow window, ScopeLedger scope)
{
    private readonly TimeSpan? span = (window as LimitWindow.Rolling)?.Span;
    private MoneyMeter? money;
    private MoneyMeter? beyond;
    private (long From, long Until) period;

    /// <summary>The limit of this window that the last hold brought; null before any.</summary>
    public Limit? Watched { get; set; }

    public bool Measures(LimitWindow other) => ReferenceEquals(window, other) || window.Equals(other);

    /// <summary>Millionths in the window.</summary>
    public long MicroUsd(DateTimeOffset now) => (money ??= scope.Attempts.NewMeter()).Since(From(now)) - Beyond();

    /// <summary>Whether one more submission stays within the bound.</summary>
    public bool HasPlace(long bound, DateTimeOffset now) => scope.Submitted.HasFewerThan(bound - scope.Pending, From(now));

    public int Submissions(DateTimeOffset now) => scope.Pending + scope.Submitted.CountFrom(From(now)) - (span is null ? scope.Submitted.CountFrom(period.Until) : 0);

    /// <summary>When this many millionths more than now will have left the window.</summary>
    public DateTimeOffset MoneyResetsAt(long excess, DateTimeOffset now) =>
        span is { } length ? money!.LeavesAt(From(now), excess, length) : PeriodEnd();

    /// <summary>When this many submissions will have left the window; one that is still to be posted is taken as posted now.</summary>
    public DateTimeOffset PlaceResetsAt(long excess, DateTimeOffset now) => span is { } length
        ? new DateTimeOffset(scope.Submitted.ElementFrom(From(now), excess - 1) ?? now.UtcTicks, TimeSpan.Zero) + length
        : PeriodEnd();

    /// <summary>The calendar period that holds the instant.</summary>
    public (DateTimeOffset StartsAt, DateTimeOffset EndsAt) Period(DateTimeOffset now) => (new(From(now), TimeSpan.Zero), PeriodEnd());

    // A rolling window has just let go of what is exactly one span old.
    private long From(DateTimeOffset now)
    {
        var ticks = now.UtcTicks;
        if (span is { } length)
        {
            return ticks - length.Ticks + 1;
        }

        if (ticks < period.From || ticks >= period.Until)
        {
            var found = window is LimitWindow.Day { Zone: var zone } ? LimitPeriod.DayOf(now, zone) : LimitPeriod.MonthOf(now, ((LimitWindow.Month)window).Zone);
            period = (found.StartsAt.UtcTicks, found.EndsAt.UtcTicks);
        }

        return period.From;
    }

    // Nothing, unless the clock was set back over the end of the period. Follows From, which finds the period.
    private long Beyond() => span is null ? (beyond ??= scope.Attempts.NewMeter()).Since(period.Until) : 0;

    private DateTimeOffset PeriodEnd() => new(period.Until, TimeSpan.Zero);
}
