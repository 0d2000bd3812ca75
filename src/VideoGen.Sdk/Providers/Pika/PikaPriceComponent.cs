namespace VideoGen.Sdk.Providers.Pika;

/// <summary>One part of an operation's price.</summary>
public sealed record PikaPriceComponent
{
    /// <summary>What it is for, such as <c>output</c>.</summary>
    public string? Role { get; init; }

    /// <summary>What is counted: <c>second</c>, <c>minute</c>, <c>image</c>, <c>character</c> or <c>request</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>How many units one price buys. Default 1.</summary>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>Prices by size and length.</summary>
    public IReadOnlyList<PikaPriceTier> Tiers { get; init; } = [];
}
