namespace VideoGen.Sdk.Providers;

/// <summary>What a vendor says it took: by job, or by day where it tells no more.</summary>
public sealed record VendorBill
{
    /// <summary>Single charges; null where the vendor lists none. Several of one job add up.</summary>
    public IReadOnlyList<VendorCharge>? Charges { get; init; }

    /// <summary>Sums of whole UTC days in USD, of everything that the account did, this app or not; null where the vendor tells none.</summary>
    public IReadOnlyDictionary<DateOnly, decimal>? DailyUsd { get; init; }
}
