namespace VideoGen.Sdk.Costs;

/// <summary>How what was charged for one model compares with what was held for it.</summary>
public sealed record PriceObservation
{
    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Model id.</summary>
    public required string Model { get; init; }

    /// <summary>How many charges stand behind it.</summary>
    public required int Count { get; init; }

    /// <summary>Median of charge over estimate: 1 where the estimate is met, above it where the vendor takes more.</summary>
    public required decimal MedianRatio { get; init; }

    /// <summary>Largest of them.</summary>
    public required decimal LargestRatio { get; init; }
}
