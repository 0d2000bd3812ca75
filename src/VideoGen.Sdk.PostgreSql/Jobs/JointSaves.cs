namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>
/// Saves of this process. Those that wait while others are on their way to the server go together, in one exchange and one commit, so that many savers pay for one wait. Each has the whole fence in its own statement.
/// What is not written jointly, for whatever reason, is tried alone and so gets an answer of its own. Safe for use by many threads at once.
/// </summary>
internal sealed class JointSaves(PostgreSqlDatabase database)
{
    // More at once would wait for each other on the server's disk, fewer for each other here.
    private const int Carriers = 3;
    private const int MostInOne = 64;

    private readonly Lock gate = new();
    private readonly Queue<JobSave> waiting = new();
    private int carrying;

    /// <summary>Whether the save was written; false when it is to be tried alone.</summary>
    /// <exception cref="StoreException">Whether it was written is unknown.</exception>
    public Task<bool> SaveAsync(JobSave save, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            waiting.Enqueue(save);
            if (carrying < Carriers)
            {
                carrying++;
                _ = Task.Run(CarryAsync, CancellationToken.None);
            }
        }

        return save.Turn.AnswerAsync(cancellationToken);
    }

    private async Task CarryAsync()
    {
        for (var joint = Next(); joint.Count > 0; joint = Next())
        {
            try
            {
                await WriteAsync(joint).ConfigureAwait(false);
            }
            catch (StoreException exception) when (joint.Count > 1 && !exception.IsCommitUnknown)
            {
                joint.ForEach(save => save.Turn.Answer(false));
            }
            catch (Exception exception)
            {
                joint.ForEach(save => save.Turn.Fail(exception));
            }
        }
    }

    private List<JobSave> Next()
    {
        lock (gate)
        {
            var joint = new List<JobSave>();
            while (joint.Count < MostInOne && waiting.TryDequeue(out var save))
            {
                if (save.Turn.TryBegin())
                {
                    joint.Add(save);
                }
            }

            carrying -= joint.Count == 0 ? 1 : 0;
            return joint;
        }
    }

    private async Task WriteAsync(List<JobSave> joint)
    {
        // In the one order in which all lock several jobs.
        joint.Sort((one, other) => string.CompareOrdinal(one.JobId, other.JobId));
        HashSet<string> written = [];
        await database.WriteAtOnceAsync(
            async scope => written = await JointSaveStatement.RunAsync(scope, joint).ConfigureAwait(false),
            async scope => written.Count == 0 || await JointSaveStatement.IsAnyThereAsync(scope, joint).ConfigureAwait(false),
            CancellationToken.None).ConfigureAwait(false);
        joint.ForEach(save => save.Turn.Answer(written.Contains(save.WriteId)));
    }
}
