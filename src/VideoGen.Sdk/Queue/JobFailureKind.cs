namespace VideoGen.Sdk.Queue;

/// <summary>Why a job ended without a video.</summary>
public enum JobFailureKind
{
    /// <summary>No provider can do the request.</summary>
    NoCandidate,

    /// <summary>A limit leaves no room.</summary>
    BudgetExceeded,

    /// <summary>The request itself is wrong, by the vendor's word.</summary>
    InvalidRequest,

    /// <summary>Moderated, and failover after moderation is off.</summary>
    ContentRejected,

    /// <summary>Every candidate was tried in vain.</summary>
    AllProvidersFailed,

    /// <summary>The deadline passed before anything was sent.</summary>
    DeadlinePassed,
}
