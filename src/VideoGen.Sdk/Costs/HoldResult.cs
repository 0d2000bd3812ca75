namespace VideoGen.Sdk.Costs;

/// <summary>The answer to a <see cref="HoldRequest"/>.</summary>
public abstract record HoldResult
{
    private HoldResult()
    {
    }

    /// <summary>Money and slots are held. A repeated request of the same key returns the first hold.</summary>
    /// <param name="Line">The attempt's line.</param>
    public sealed record Held(AttemptLine Line) : HoldResult;

    /// <summary>Nothing was held; every limit in the way is named.</summary>
    /// <param name="Refusals">The limits.</param>
    public sealed record Refused(IReadOnlyList<LimitRefusal> Refusals) : HoldResult;
}
