using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>What a joint save was told.</summary>
/// <param name="Signals">The signals left for the job, read after the save.</param>
internal sealed record JobSaved(JobSignals Signals)
{
    /// <summary>The intent as it was saved with the job; null for a save without.</summary>
    public SubmissionIntent? Intent { get; init; }
}
