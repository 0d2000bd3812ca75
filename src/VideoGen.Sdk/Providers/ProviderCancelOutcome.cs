namespace VideoGen.Sdk.Providers;

/// <summary>What a vendor did with the wish to stop.</summary>
public enum ProviderCancelOutcome
{
    /// <summary>The vendor has no cancel, or using it now could destroy a result. The job runs on.</summary>
    NotSupported,

    /// <summary>Noted; the job may still finish and be charged.</summary>
    Requested,

    /// <summary>Stopped before it began, and the vendor confirms that it is free.</summary>
    CancelledFree,

    /// <summary>Stopped; what it cost is not known yet.</summary>
    CancelledChargeUnknown,

    /// <summary>It had already ended.</summary>
    AlreadyEnded,
}
