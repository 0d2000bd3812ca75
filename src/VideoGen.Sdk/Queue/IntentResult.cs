namespace VideoGen.Sdk.Queue;

/// <summary>The answer to saving an intent.</summary>
public abstract record IntentResult
{
    private IntentResult()
    {
    }

    /// <summary>Job and intent were saved in one commit; a POST may follow.</summary>
    /// <param name="Stamp">The stamp for the next save.</param>
    /// <param name="Intent">The intent as saved.</param>
    public sealed record Saved(JobStamp Stamp, SubmissionIntent Intent) : IntentResult;

    /// <summary>The fence refused: the caller MUST drop the job and MUST NOT post.</summary>
    /// <param name="Reason">What the fence saw.</param>
    public sealed record Lost(string Reason) : IntentResult;
}
