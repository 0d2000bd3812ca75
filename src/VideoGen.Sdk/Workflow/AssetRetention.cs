using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>
/// Removes the files of ended jobs by age and size, as <see cref="RetentionRules"/> say; the app calls it when it suits, on one machine. Files of a job that has not ended, inputs of a job that
/// failed and may be tried again, and inputs that another job was given always stay. Records and ledger stay too: a removed video that is asked for again is fetched from its vendor while it has it.
/// </summary>
public sealed class AssetRetention
{
    private const int AtOnce = 100;

    private readonly IJobStore store;
    private readonly IAssetStore assets;
    private readonly JobFiles files;
    private readonly IOptionsMonitor<AssetOptions> options;
    private readonly TimeProvider timeProvider;

    internal AssetRetention(IJobStore store, IAssetStore assets, JobFiles files, IOptionsMonitor<AssetOptions> options, TimeProvider timeProvider) =>
        (this.store, this.assets, this.files, this.options, this.timeProvider) = (store, assets, files, options, timeProvider);

    /// <summary>Removes what is due now. A call that was cut off is repeated; what is gone stays gone.</summary>
    /// <exception cref="AssetStoreException">A file cannot be removed.</exception>
    public async Task<RetentionReport> ApplyAsync(CancellationToken cancellationToken = default)
    {
        var (rules, now, before, report) = (options.CurrentValue.Retention, timeProvider.GetUtcNow(), default(string), new RetentionReport(0, 0, 0));
        while (await store.ListAsync(new JobQuery { BeforeId = before, Limit = AtOnce }, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var job in page.Select(stored => stored.Job).Where(job => job.IsEnded))
            {
                report = await JudgeAsync(job, rules, now, report, cancellationToken).ConfigureAwait(false);
            }

            before = page[^1].Job.Id;
        }

        return report;
    }

    private async Task<RetentionReport> JudgeAsync(VideoJob job, RetentionRules rules, DateTimeOffset now, RetentionReport report, CancellationToken cancellationToken)
    {
        if ((job.Video ?? job.Source) is not { } file || await assets.FindAsync(file.Id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return report;
        }

        var isDue = now - (job.EndedAt ?? job.CreatedAt) > rules.MaxAge || report.KeptBytes + found.Bytes > rules.MaxTotalBytes;
        if (!isDue || (rules.KeepSucceeded && job.State == VideoState.Succeeded))
        {
            return report with { KeptBytes = report.KeptBytes + found.Bytes };
        }

        if (job.State != VideoState.Failed)
        {
            await files.DeleteInputsAsync([job], [job.Id], cancellationToken).ConfigureAwait(false);
        }

        await files.DeleteResultsAsync([job], cancellationToken).ConfigureAwait(false);
        return report with { Jobs = report.Jobs + 1, Bytes = report.Bytes + found.Bytes };
    }
}
