namespace VideoGen.Sdk;

/// <summary>What a cancel did.</summary>
public enum CancelOutcome
{
    /// <summary>No such job.</summary>
    NotFound,

    /// <summary>It had ended before.</summary>
    AlreadyEnded,

    /// <summary>Nothing had been sent: cancelled, and its money is free again.</summary>
    Cancelled,

    /// <summary>A submit is under way or the vendor works on it: the wish is noted and obeyed as far as the vendor allows; the charge is booked, and a video made all the same is kept.</summary>
    Requested,
}
