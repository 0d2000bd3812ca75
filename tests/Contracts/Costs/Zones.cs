namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>Zones made here: a machine without zone data runs the same tests.</summary>
internal static class Zones
{
    /// <summary>UTC+1, from the last Sunday of March 02:00 to the last Sunday of October 03:00 UTC+2: central Europe's clock.</summary>
    public static TimeZoneInfo Alps { get; } = TimeZoneInfo.CreateCustomTimeZone("Test/Alps", TimeSpan.FromHours(1), "Alps", "Alps", "Alps (summer)",
        [Summer(LastSunday(3, 2), LastSunday(10, 3))]);

    /// <summary>UTC+2, where the clock goes forward at midnight of the last Friday of April: that day has no 00:00.</summary>
    public static TimeZoneInfo Nile { get; } = TimeZoneInfo.CreateCustomTimeZone("Test/Nile", TimeSpan.FromHours(2), "Nile", "Nile", "Nile (summer)",
        [Summer(TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 0, 0, 0), 4, 5, DayOfWeek.Friday), LastSunday(10, 3))]);

    /// <summary>UTC+5:45, without summer time.</summary>
    public static TimeZoneInfo Himalaya { get; } = TimeZoneInfo.CreateCustomTimeZone("Test/Himalaya", new TimeSpan(5, 45, 0), "Himalaya", "Himalaya");

    private static TimeZoneInfo.AdjustmentRule Summer(TimeZoneInfo.TransitionTime start, TimeZoneInfo.TransitionTime end) =>
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), start, end);

    private static TimeZoneInfo.TransitionTime LastSunday(int month, int hour) =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, hour, 0, 0), month, 5, DayOfWeek.Sunday);
}
