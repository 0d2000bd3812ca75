namespace VideoGen.Sdk.Workflow;

/// <summary>How a worker works. Bound from <c>VideoGeneration:Worker</c>.</summary>
public sealed class VideoWorkerOptions
{
    /// <summary>Most jobs that execute at once in this process. A job that merely waits for its vendor takes no place. Default 16.</summary>
    public int Concurrency { get; set; } = 16;

    /// <summary>Most jobs of one tenant that this process begins at once; null for no such limit. Accounts have limits of their own. Default null.</summary>
    public int? ConcurrencyPerTenant { get; set; }
}
