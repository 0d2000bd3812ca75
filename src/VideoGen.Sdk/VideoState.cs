namespace VideoGen.Sdk;

/// <summary>Where a job stands.</summary>
public enum VideoState
{
    /// <summary>Ready for any owner.</summary>
    Queued,

    /// <summary>Not before a time: a start, a retry, a slot, a budget reset.</summary>
    Scheduled,

    /// <summary>A stage executes.</summary>
    Running,

    /// <summary>Accepted by a vendor; its end is waited for.</summary>
    Waiting,

    /// <summary>The file is stored.</summary>
    Succeeded,

    /// <summary>It ended without a video; nothing is unknown.</summary>
    Failed,

    /// <summary>Cancelled. A video made all the same is kept.</summary>
    Cancelled,

    /// <summary>Money is out and its outcome unknown, or a paid file cannot be fetched. A person may have to resolve it.</summary>
    NeedsAttention,

    /// <summary>No money is out and the job cannot run; a person requeues it.</summary>
    Parked,
}
