using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.Tests.Analytics;

public sealed class BudgetAlertTests
{
    [Fact]
    public void The_example_of_the_first_document_gives_both_alerts_at_75_percent()
    {
        var alerts = VideoAnalytics.CheckBudgetAlerts(dailyLimitUsd: 10.0m, monthlyLimitUsd: 200.0m, currentDailyUsd: 7.5m, currentMonthlyUsd: 150.0m);

        Assert.Equal(
            ["daily_budget: Daily budget is 75 % spent: 7.50 of 10.00 USD.", "monthly_budget: Monthly budget is 75 % spent: 150.00 of 200.00 USD."],
            alerts.Select(alert => $"{alert.Type}: {alert.Message}"));
        Assert.All(alerts, alert => Assert.Equal(75, alert.ThresholdPercent));
    }

    [Theory]
    [InlineData("7.499999", null)]
    [InlineData("7.5", 75)]
    [InlineData("8.999999", 75)]
    [InlineData("9", 90)]
    [InlineData("9.999999", 90)]
    [InlineData("10", 100)]
    [InlineData("1000000", 100)]
    [InlineData("0", null)]
    public void The_highest_mark_that_was_reached_is_told(string spent, int? mark) => Assert.Equal(
        mark is null ? [] : [mark.Value],
        VideoAnalytics.CheckBudgetAlerts(10m, null, decimal.Parse(spent, System.Globalization.CultureInfo.InvariantCulture), 0m).Select(alert => alert.ThresholdPercent));

    [Fact]
    public void No_limit_has_no_alert_and_a_limit_of_nothing_is_spent_by_the_first_cent()
    {
        Assert.Empty(VideoAnalytics.CheckBudgetAlerts(null, null, 1_000m, 1_000m));
        Assert.Empty(VideoAnalytics.CheckBudgetAlerts(0m, null, 0m, 0m));
        Assert.Equal("Daily budget is spent: 0.01 of 0.00 USD.", Assert.Single(VideoAnalytics.CheckBudgetAlerts(0m, null, 0.01m, 0m)).Message);
    }

    [Fact]
    public void The_largest_amounts_do_not_overflow() =>
        Assert.Equal(100, Assert.Single(VideoAnalytics.CheckBudgetAlerts(null, decimal.MaxValue, 0m, decimal.MaxValue)).ThresholdPercent);
}
