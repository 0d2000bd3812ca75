using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>Says when a limit is reached if spending goes on as it did since the period began. Pure: no store, no clock.</summary>
public static class SpendingForecast
{
    /// <summary>The instant at which the limit is reached at this pace; <paramref name="now"/> when it is reached already; null when the period ends first.</summary>
    /// <param name="spentUsd">USD held and charged since the period began.</param>
    /// <param name="limitUsd">The limit in USD.</param>
    /// <param name="period">The period.</param>
    /// <param name="now">An instant within the period.</param>
    public static DateTimeOffset? ReachedAt(decimal spentUsd, decimal limitUsd, LimitPeriod period, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spentUsd);
        ArgumentOutOfRangeException.ThrowIfNegative(limitUsd);
        if (spentUsd >= limitUsd)
        {
            return now;
        }

        var (passed, whole) = ((decimal)(now - period.StartsAt).Ticks, (decimal)(period.EndsAt - period.StartsAt).Ticks);
        if (spentUsd == 0m || passed <= 0m || spentUsd / limitUsd * whole <= passed)
        {
            return null;
        }

        return period.StartsAt + TimeSpan.FromTicks((long)(passed * (limitUsd / spentUsd)));
    }
}
