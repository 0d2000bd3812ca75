namespace VideoGen.Sdk.Workflow;

/// <summary>What became of a delivery.</summary>
public sealed record CallbackReceipt
{
    /// <summary>What became of it.</summary>
    public required CallbackOutcome Outcome { get; init; }

    /// <summary>The job it was about; null where none was found.</summary>
    public string? JobId { get; init; }

    /// <summary>Why, where there is more to say; for the log, carries no secret and is not for the sender.</summary>
    public string? Reason { get; init; }
}
