namespace VideoGen.Sdk.Queue;

/// <summary>What became of a POST, as it is recorded.</summary>
public enum SubmissionVerdict
{
    /// <summary>Nobody knows. Any other verdict replaces it.</summary>
    Unknown,

    /// <summary>No byte left.</summary>
    NotSent,

    /// <summary>Refused before acceptance.</summary>
    Rejected,

    /// <summary>There is a remote id.</summary>
    Accepted,
}
