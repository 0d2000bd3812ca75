namespace VideoGen.Sdk.Providers.Pika;

/// <summary>What an account spent on one day, as the vendor states it.</summary>
/// <param name="Day">The day; null where the vendor's form of it is not known.</param>
/// <param name="AmountUsd">The sum in USD.</param>
public sealed record PikaDailySpend(DateOnly? Day, decimal AmountUsd);
