using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>
/// Saves of this process, those of intents among them. Each has the whole fence in its own statement, and what it shares with others is the exchange and the commit.
/// Safe for use by many threads at once.
/// </summary>
internal sealed class JointSaves
{
    // More at once would wait for each other on the server's disk, fewer for each other here.
    private const int Carriers = 3;
    private const int MostInOne = 64;

    private readonly PostgreSqlDatabase database;
    private readonly ProtectedBytes bytes;
    private readonly JointCalls<JobSave, JobSaved> calls;

    public JointSaves(PostgreSqlDatabase database, ProtectedBytes bytes)
    {
        (this.database, this.bytes) = (database, bytes);
        calls = new(Carriers, MostInOne, WriteAsync);
    }

    /// <summary>What it was told once it was written; null when the save is to be tried alone.</summary>
    /// <exception cref="StoreException">Whether it was written is unknown, or the server is gone.</exception>
    public Task<JobSaved?> SaveAsync(JobSave save, CancellationToken cancellationToken) => calls.CallAsync(save, cancellationToken);

    private async Task<IReadOnlyList<JobSaved?>> WriteAsync(List<JobSave> lot)
    {
        // In the one order in which all lock several jobs.
        JobSave[] ordered = [.. lot.OrderBy(save => save.JobId, StringComparer.Ordinal)];
        try
        {
            Dictionary<string, JobSaved> written = [];
            await database.WriteAtOnceAsync(
                async scope => written = await JointSaveStatement.RunAsync(scope, bytes, ordered).ConfigureAwait(false) ?? throw new NotTogetherException(),
                async scope => written.Count == 0 || await JointSaveStatement.IsAnyThereAsync(scope, ordered).ConfigureAwait(false),
                CancellationToken.None).ConfigureAwait(false);
            return lot.ConvertAll(save => written.GetValueOrDefault(save.WriteId));
        }
        catch (NotTogetherException)
        {
            return new JobSaved?[lot.Count];
        }
    }

    private sealed class NotTogetherException : Exception;
}
