namespace VideoGen.Sdk.Providers;

/// <summary>One charge on a vendor's list.</summary>
/// <param name="RemoteId">The vendor's id of the job.</param>
/// <param name="AmountUsd">USD; below zero for a refund; null where the price of the vendor's unit is not known.</param>
/// <param name="At">When it was taken; null where not stated.</param>
public sealed record VendorCharge(string RemoteId, decimal? AmountUsd, DateTimeOffset? At);
