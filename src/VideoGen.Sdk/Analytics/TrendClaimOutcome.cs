namespace VideoGen.Sdk.Analytics;

/// <summary>What became of a claim.</summary>
public enum TrendClaimOutcome
{
    /// <summary>The holder has it.</summary>
    Claimed,

    /// <summary>Somebody else has it and has not said what became of it yet.</summary>
    HeldByOther,

    /// <summary>The trend was used before.</summary>
    Used,
}
