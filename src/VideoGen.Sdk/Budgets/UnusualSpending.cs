namespace VideoGen.Sdk.Budgets;

/// <summary>Tells a day of unusual spending from an ordinary one. Pure: no store, no clock.</summary>
public static class UnusualSpending
{
    /// <summary>The median of what the days before cost, from the first day on that cost anything; null when those are fewer than asked for, or when half of them or more cost nothing.</summary>
    /// <param name="daysBeforeUsd">USD a day, oldest first, without the day in question.</param>
    /// <param name="leastDays">Days of history without which nothing is said. Default 7.</param>
    public static decimal? MedianUsd(IReadOnlyList<decimal> daysBeforeUsd, int leastDays = 7)
    {
        ArgumentNullException.ThrowIfNull(daysBeforeUsd);
        decimal[] days = [.. daysBeforeUsd.SkipWhile(usd => usd == 0m).Order()];
        if (days.Length == 0 || days.Length < leastDays)
        {
            return null;
        }

        var middle = (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2m;
        return middle == 0m ? null : middle;
    }

    /// <summary>Whether a day cost more than <paramref name="factor"/> times the median of the days before; false without enough history.</summary>
    /// <param name="dayUsd">USD of the day in question.</param>
    /// <param name="daysBeforeUsd">USD a day, oldest first.</param>
    /// <param name="leastDays">Days of history without which nothing is said. Default 7.</param>
    /// <param name="factor">How many medians are still ordinary. Default 3.</param>
    public static bool IsUnusual(decimal dayUsd, IReadOnlyList<decimal> daysBeforeUsd, int leastDays = 7, decimal factor = 3m) =>
        MedianUsd(daysBeforeUsd, leastDays) is { } median && dayUsd > factor * median;
}
