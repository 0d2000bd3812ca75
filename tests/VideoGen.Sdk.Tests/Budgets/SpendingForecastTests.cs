using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class SpendingForecastTests
{
    private static readonly LimitPeriod April = LimitPeriod.MonthOf(At(10), TimeZoneInfo.Utc);

    [Theory]
    [InlineData(100, 200, 11, 21)]
    [InlineData(50, 110, 11, 23)]
    [InlineData(199, 200, 30, 30)]
    public void The_limit_is_reached_on_the_day_that_the_pace_says(decimal spent, decimal limit, int today, int day) =>
        Assert.Equal(day, SpendingForecast.ReachedAt(spent, limit, April, At(today))!.Value.Day);

    [Theory]
    [InlineData(66, 200, 11)]
    [InlineData(0, 200, 11)]
    [InlineData(0, 0.01, 30)]
    public void A_pace_that_suffices_is_said_to(decimal spent, decimal limit, int today) => Assert.Null(SpendingForecast.ReachedAt(spent, limit, April, At(today)));

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public void A_limit_that_is_reached_is_reached_now(decimal spent) => Assert.Equal(At(11), SpendingForecast.ReachedAt(spent, 200m, April, At(11)));

    [Fact]
    public void The_first_instant_of_a_period_has_no_pace() => Assert.Null(SpendingForecast.ReachedAt(5m, 200m, April, April.StartsAt));

    [Fact]
    public void A_day_above_three_medians_is_unusual_and_three_medians_are_not()
    {
        decimal[] week = [1m, 2m, 3m, 2m, 1m, 2m, 9m];
        Assert.True(UnusualSpending.IsUnusual(6.01m, week));
        Assert.False(UnusualSpending.IsUnusual(6m, week));
    }

    [Fact]
    public void Nothing_is_said_without_enough_days_since_the_first_that_cost_anything()
    {
        Assert.False(UnusualSpending.IsUnusual(100m, [0m, 0m, 0m, 1m, 1m, 1m, 1m, 1m, 1m]));
        Assert.True(UnusualSpending.IsUnusual(100m, [0m, 0m, 1m, 1m, 1m, 1m, 1m, 1m, 1m]));
        Assert.False(UnusualSpending.IsUnusual(100m, [1m, 0m, 0m, 0m, 0m, 0m, 0m, 0m]));
        Assert.False(UnusualSpending.IsUnusual(100m, []));
    }

    [Fact]
    public void The_median_of_an_even_number_of_days_lies_between_two() => Assert.Equal(2.5m, UnusualSpending.MedianUsd([1m, 2m, 3m, 4m], leastDays: 4));

    private static DateTimeOffset At(int day) => new(2026, 4, day, 0, 0, 0, TimeSpan.Zero);
}
