namespace VideoGen.Sdk;

/// <summary>What became of the wish to forget a job.</summary>
public enum ForgetOutcome
{
    /// <summary>No such job; what an earlier, interrupted call left over is finished all the same.</summary>
    NotFound,

    /// <summary>Erased: request, inputs that no other job has, results and files. The ledger keeps what it cost.</summary>
    Forgotten,

    /// <summary>It has not ended, or somebody runs it: cancel it and wait for its end. Nothing was erased.</summary>
    StillOpen,

    /// <summary>Money of it is held: its charge is not booked, or nobody knows whether one was made. <c>ResolveAsync</c> or the vendor's word settles that. Nothing was erased.</summary>
    MoneyOut,

    /// <summary>Its record cannot be read by this release, so that nobody knows which files are its own. Nothing was erased.</summary>
    Unreadable,
}
