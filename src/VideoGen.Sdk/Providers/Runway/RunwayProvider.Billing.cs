namespace VideoGen.Sdk.Providers.Runway;

/// <content>What Runway says it took, by day. Free.</content>
public sealed partial class RunwayProvider : IProviderBilling
{
    private const int LongestQuestion = 90;
    private const decimal UsdPerCredit = 0.01m;

    /// <inheritdoc/>
    public async Task<VendorBill> ReadBillAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        var days = new Dictionary<DateOnly, decimal>();
        var end = DateOnly.FromDateTime(until.UtcDateTime.AddTicks(-1)).AddDays(1);
        for (var start = DateOnly.FromDateTime(from.UtcDateTime); start < end;)
        {
            var before = start.AddDays(LongestQuestion) < end ? start.AddDays(LongestQuestion) : end;
            foreach (var day in await GetUsageAsync(start, before, cancellationToken).ConfigureAwait(false))
            {
                days[day.Date] = days.GetValueOrDefault(day.Date) + (day.CreditsByModel.Values.Sum() * UsdPerCredit);
            }

            start = before;
        }

        return new VendorBill { DailyUsd = days };
    }
}
