using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>A save that waits for its turn in a <see cref="JointSaves">joint one</see>.</summary>
internal sealed class JobSave(string jobId, JobStamp stamp, bool keepsOwner, (string Name, object? Value)[] columns, string writeId)
{
    public string JobId => jobId;

    public string WriteId => writeId;

    /// <summary>The arguments of the statement that saves.</summary>
    public (string Name, object? Value)[] Arguments { get; } = JobStatements.SaveArguments(jobId, stamp, keepsOwner, columns);

    /// <summary>Whether it was written; false when it is to be tried alone.</summary>
    public JobTurn<bool> Turn { get; } = new();
}
