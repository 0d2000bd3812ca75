namespace VideoGen.Sdk.Queue;

/// <summary>The answer to a fenced save.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>It was saved.</summary>
    /// <param name="Stamp">The stamp for the next save.</param>
    public sealed record Saved(JobStamp Stamp) : SaveResult
    {
        /// <summary>The signals left for the job, where the store read them with the save; null where it did not, and whoever needs them asks.</summary>
        /// <remarks>MUST have been read after the save was called.</remarks>
        public JobSignals? Signals { get; init; }
    }

    /// <summary>Somebody else owns the job, or its owner was declared dead: the caller MUST drop it at once.</summary>
    /// <param name="Reason">What the fence saw.</param>
    public sealed record Lost(string Reason) : SaveResult;
}
