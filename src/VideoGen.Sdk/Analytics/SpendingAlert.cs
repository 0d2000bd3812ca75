namespace VideoGen.Sdk.Analytics;

/// <summary>A budget that is nearly or wholly spent.</summary>
/// <param name="Type"><c>daily_budget</c> or <c>monthly_budget</c>.</param>
/// <param name="ThresholdPercent">The highest mark that was reached: 75, 90 or 100.</param>
/// <param name="LimitUsd">The limit.</param>
/// <param name="SpentUsd">What counts against it.</param>
public sealed record SpendingAlert(string Type, int ThresholdPercent, decimal LimitUsd, decimal SpentUsd)
{
    /// <summary>In words.</summary>
    public string Message => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(Type == "daily_budget" ? "Daily" : "Monthly")} budget is {(LimitUsd > 0m ? $"{decimal.Floor(SpentUsd / LimitUsd * 100m)} % spent" : "spent")}: {SpentUsd:0.00} of {LimitUsd:0.00} USD.");
}
