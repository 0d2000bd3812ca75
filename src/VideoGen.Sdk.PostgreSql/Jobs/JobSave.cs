using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>A save that may go together with others.</summary>
internal sealed record JobSave(string JobId, JobStamp Stamp, bool KeepsOwner, (string Name, object? Value)[] Columns)
{
    /// <summary>By which it is known later whether it was written.</summary>
    public string WriteId { get; } = (string)Columns.First(column => column.Name == "write_id").Value!;

    /// <summary>The arguments of the statement that saves.</summary>
    public (string Name, object? Value)[] Arguments { get; } = JobStatements.SaveArguments(JobId, Stamp, KeepsOwner, Columns);

    /// <summary>What is about to be posted, saved with the job; null for a save without.</summary>
    public SubmissionIntent? Intent { get; init; }
}
