namespace VideoGen.Sdk.Costs;

/// <summary>The calendar period of a window that holds an instant: half open, in the window's zone.</summary>
/// <param name="Key">Name that sorts by time, such as <c>2026-11-22</c> or <c>2026-11</c>.</param>
/// <param name="StartsAt">First instant.</param>
/// <param name="EndsAt">First instant after it.</param>
public readonly record struct LimitPeriod(string Key, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>The day that holds <paramref name="instant"/>.</summary>
    public static LimitPeriod DayOf(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        return new LimitPeriod(local.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StartOf(local, zone), StartOf(local.AddDays(1), zone));
    }

    /// <summary>The month that holds <paramref name="instant"/>.</summary>
    public static LimitPeriod MonthOf(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        var first = new DateOnly(local.Year, local.Month, 1);
        return new LimitPeriod(first.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), StartOf(first, zone), StartOf(first.AddMonths(1), zone));
    }

    // A zone may skip midnight (clocks go forward at 0:00): the day then begins at the first instant that exists.
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
