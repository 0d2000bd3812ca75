namespace VideoGen.Sdk.Costs;

/// <summary>How the jobs of a stretch of time went. Every number belongs to the reservation of one line, so that neighbouring stretches add up.</summary>
public sealed record LedgerRuns
{
    /// <summary>Jobs whose first line lies in the stretch.</summary>
    public long Jobs { get; init; }

    /// <summary>Jobs whose first video lies in it.</summary>
    public long Succeeded { get; init; }

    /// <summary>Jobs without a video whose last line lies in it and has ended.</summary>
    public long Failed { get; init; }

    /// <summary>Attempts that followed one of the same account and model.</summary>
    public long Retries { get; init; }

    /// <summary>Attempts that followed one of another account or model.</summary>
    public long Failovers { get; init; }

    /// <summary>USD charged for a second video of a job that had one.</summary>
    public decimal DuplicateUsd { get; init; }

    /// <summary>How long first videos took, by provider, then time.</summary>
    public IReadOnlyList<RunTime> Times { get; init; } = [];
}
