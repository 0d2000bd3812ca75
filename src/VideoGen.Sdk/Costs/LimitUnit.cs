namespace VideoGen.Sdk.Costs;

/// <summary>What a limit counts.</summary>
public enum LimitUnit
{
    /// <summary>US dollars, held and charged.</summary>
    Usd,

    /// <summary>Submissions.</summary>
    Submissions,
}
