namespace VideoGen.Sdk.Queue;

/// <summary>The answer to taking a job over.</summary>
public abstract record TakeResult
{
    private TakeResult()
    {
    }

    /// <summary>It is the caller's now, under a new epoch.</summary>
    /// <param name="Stored">The job.</param>
    public sealed record Taken(StoredJob Stored) : TakeResult;

    /// <summary>A live owner has it.</summary>
    /// <param name="OwnerId">The owner.</param>
    /// <param name="LeaseEndsIn">How long its lease still runs by the store's clock.</param>
    public sealed record Owned(string OwnerId, TimeSpan LeaseEndsIn) : TakeResult;

    /// <summary>It has ended; there is nothing to run.</summary>
    /// <param name="Stored">The job.</param>
    public sealed record Ended(StoredJob Stored) : TakeResult;

    /// <summary>There is no such job.</summary>
    public sealed record NotFound : TakeResult;

    /// <summary>A newer release wrote it; this one leaves it alone.</summary>
    /// <param name="PayloadVersion">The version found.</param>
    public sealed record NewerRelease(int PayloadVersion) : TakeResult;
}
