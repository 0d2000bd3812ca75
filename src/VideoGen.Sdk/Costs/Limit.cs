namespace VideoGen.Sdk.Costs;

/// <summary>A bound that no attempt may cross. Budgets, vendor rates and concurrency are all limits.</summary>
public sealed record Limit
{
    /// <summary>Name for people, such as <c>daily budget</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whose attempts count.</summary>
    public required LimitScope Scope { get; init; }

    /// <summary>Over which stretch.</summary>
    public required LimitWindow Window { get; init; }

    /// <summary>What is counted.</summary>
    public required LimitUnit Unit { get; init; }

    /// <summary>The bound: USD, or a whole number of submissions. 0 lets nothing through (a price of 0 USD passes a bound of 0 USD).</summary>
    public required decimal Amount { get; init; }
}
