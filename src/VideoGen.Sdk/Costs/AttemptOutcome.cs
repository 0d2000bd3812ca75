namespace VideoGen.Sdk.Costs;

/// <summary>How an attempt ended.</summary>
public enum AttemptOutcome
{
    /// <summary>With a video.</summary>
    Succeeded,

    /// <summary>Accepted, then failed or cancelled.</summary>
    Failed,

    /// <summary>Refused before acceptance.</summary>
    Rejected,

    /// <summary>No byte left.</summary>
    NotSent,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
