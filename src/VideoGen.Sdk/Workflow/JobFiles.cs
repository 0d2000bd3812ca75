using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>The files of jobs, by the names that the stages give them and those that the record says, and their end.</summary>
internal sealed class JobFiles(IJobStore store, IAssetStore assets)
{
    /// <summary>Deletes inputs that no job but these was given.</summary>
    public async Task DeleteInputsAsync(IEnumerable<VideoJob> jobs, IReadOnlyCollection<string> jobIds, CancellationToken cancellationToken)
    {
        foreach (var assetId in jobs.SelectMany(job => JobAssets.InputsOf(job.Request)).Distinct(StringComparer.Ordinal))
        {
            if (!await store.IsInputUsedAsync(assetId, jobIds, cancellationToken).ConfigureAwait(false))
            {
                await assets.DeleteAsync(assetId, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task DeleteResultsAsync(IEnumerable<VideoJob> jobs, CancellationToken cancellationToken)
    {
        foreach (var assetId in jobs.SelectMany(ResultsOf))
        {
            await assets.DeleteAsync(assetId, cancellationToken).ConfigureAwait(false);
        }
    }

    // Also by name: a process may have died between a file and the record of it.
    private static IEnumerable<string> ResultsOf(VideoJob job)
    {
        IEnumerable<string?> recorded = [job.Source?.Id, job.Video?.Id, job.Thumbnail?.Id];
        return recorded.OfType<string>().Concat(job.Attempts.Select(attempt => SourceOf(job, attempt))).Concat([VideoOf(job), ThumbnailOf(job)]).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The file as the vendor made it.</summary>
    public static string SourceOf(VideoJob job, Attempt attempt) => $"{job.Id}-a{attempt.Number}-video";

    /// <summary>The fitted file.</summary>
    public static string VideoOf(VideoJob job) => $"{job.Id}-video";

    /// <summary>A still of it.</summary>
    public static string ThumbnailOf(VideoJob job) => $"{job.Id}-thumbnail";
}
