namespace VideoGen.Sdk.Providers.Pika;

/// <content>What Pika says it took, by day. Free.</content>
public sealed partial class PikaProvider : IProviderBilling
{
    /// <inheritdoc/>
    public async Task<VendorBill> ReadBillAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        var (first, last) = (DateOnly.FromDateTime(from.UtcDateTime), DateOnly.FromDateTime(until.UtcDateTime.AddTicks(-1)));
        var days = await GetDailySpendAsync(cancellationToken).ConfigureAwait(false);
        return new VendorBill { DailyUsd = days.Where(day => day.Day >= first && day.Day <= last).GroupBy(day => day.Day!.Value).ToDictionary(day => day.Key, day => day.Sum(part => part.AmountUsd)) };
    }
}
