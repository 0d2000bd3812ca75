namespace VideoGen.Sdk.Workflow;

/// <summary>How jobs are run. Bound from <c>VideoGeneration</c>.</summary>
public sealed class WorkflowOptions
{
    /// <summary>False refuses new jobs and finishes running ones. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Most attempts of one job at one candidate. Default 3.</summary>
    public int MaxAttemptsPerCandidate { get; set; } = 3;

    /// <summary>Most attempts of one job. Default 8.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Lets moderated requests go on to the next provider. Vendors suspend accounts over moderated prompts. Default false.</summary>
    public bool FailoverOnContentRejected { get; set; }

    /// <summary>Lets an attempt whose outcome is unknown be followed by another one; both may be charged. Default false.</summary>
    public bool AllowPossibleDoubleCharge { get; set; }

    /// <summary>How long an owner's lease runs after each renewal; renewed every third of it. Default 30 seconds.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Overrides every provider's submit deadline; null keeps them. After deadline and margin a lost answer is looked up.</summary>
    public TimeSpan? SubmitDeadline { get; set; }

    /// <summary>Added to the submit deadline before a lost answer is looked up. Default 5 seconds.</summary>
    public TimeSpan LookupMargin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A plan older than this is made again before money is held. Default 10 minutes.</summary>
    public TimeSpan PlanLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a vendor may show no job, or an unknown state, before a person is asked. Default 1 hour.</summary>
    public TimeSpan UnclearCeiling { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Largest file that is downloaded, in bytes. Default 2 GB.</summary>
    public long MaxDownloadBytes { get; set; } = 2_000_000_000;

    /// <summary>Whether the file as the vendor made it is kept beside the fitted one: <c>{job}-a{attempt}-video</c> beside <c>{job}-video</c>. Default false; a file that needs no fitting is handed out under the name it came by.</summary>
    public bool KeepSource { get; set; }

    /// <summary>How long an idempotency key is kept for its job at least. Null, the default, keeps it as long as the job; a key is never given to another request before its job has ended, nor while money of it is out.</summary>
    public TimeSpan? KeyLifetime { get; set; }
}
