using System.Text.Json;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Erases jobs and their files. Files go first and the record last: cut off in between, the record still says which files are left, and the call is repeated.</summary>
internal sealed class JobForgetting(IJobStore store, ICostStore costs, JobFiles files, Owner owners)
{
    private const int AtOnce = 100;

    public async Task<ForgetOutcome> RunAsync(string jobId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            await store.ForgetAsync([jobId], null, cancellationToken).ConfigureAwait(false);
            return ForgetOutcome.NotFound;
        }

        return (await EraseAsync([found.Job], cancellationToken).ConfigureAwait(false)).TryGetValue(jobId, out var kept) ? kept : ForgetOutcome.Forgotten;
    }

    public async Task<ForgottenTenant> RunForTenantAsync(string tenant, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, ForgetOutcome>(StringComparer.Ordinal);
        var (forgotten, before) = (0, default(string));
        while (await store.ListAsync(new JobQuery { Tenant = tenant, BeforeId = before, Limit = AtOnce }, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            var left = await EraseAsync([.. page.Select(stored => stored.Job)], cancellationToken).ConfigureAwait(false);
            foreach (var (jobId, reason) in left)
            {
                kept[jobId] = reason;
            }

            (forgotten, before) = (forgotten + page.Count - left.Count, page[^1].Job.Id);
        }

        if (forgotten == 0)
        {
            // An earlier call may have been cut off between the last record and the store's own cleaning up.
            await store.ForgetAsync([], null, cancellationToken).ConfigureAwait(false);
        }

        return new ForgottenTenant(forgotten, kept);
    }

    /// <summary>Erases what may go, and says why the others stay.</summary>
    private async Task<Dictionary<string, ForgetOutcome>> EraseAsync(IReadOnlyCollection<VideoJob> jobs, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, ForgetOutcome>(StringComparer.Ordinal);
        var (mine, taken, unreleased) = (new List<VideoJob>(), new List<StoredJob>(), new List<StoreException>());
        try
        {
            foreach (var job in jobs)
            {
                var known = taken.Count;
                if (await TakeAsync(job, taken, cancellationToken).ConfigureAwait(false) is { } stays)
                {
                    kept[job.Id] = stays;
                }
                else
                {
                    // As it was taken: it may have run again since it was listed, and made files.
                    mine.Add(taken.Count > known ? taken[^1].Job : job);
                }
            }

            await files.DeleteInputsAsync(mine, [.. mine.Select(job => job.Id)], cancellationToken).ConfigureAwait(false);
            await files.DeleteResultsAsync(mine, cancellationToken).ConfigureAwait(false);
            await ForgetAsync(mine, taken, kept, cancellationToken).ConfigureAwait(false);

            // Whoever asked for a finished video whose file was just deleted may have fetched it from the vendor again.
            await files.DeleteResultsAsync(mine.Where(job => !kept.ContainsKey(job.Id)), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var one in taken)
            {
                await ReleaseAsync(one, unreleased).ConfigureAwait(false);
            }
        }

        return unreleased is [var first, ..] ? throw first : kept;
    }

    /// <summary>Erases the records: those of each owner id by itself, as this process may have had to register anew between two jobs.</summary>
    private async Task ForgetAsync(List<VideoJob> mine, List<StoredJob> taken, Dictionary<string, ForgetOutcome> kept, CancellationToken cancellationToken)
    {
        var owned = taken.ToDictionary(stored => stored.Job.Id, stored => stored.Stamp.OwnerId, StringComparer.Ordinal);
        foreach (var some in mine.GroupBy(job => owned.GetValueOrDefault(job.Id) ?? taken.LastOrDefault()?.Stamp.OwnerId, job => job.Id))
        {
            foreach (var jobId in some.Except(await store.ForgetAsync([.. some], some.Key, cancellationToken).ConfigureAwait(false)))
            {
                kept[jobId] = ForgetOutcome.StillOpen;
            }
        }
    }

    /// <summary>Gives a taken job back; what was erased is no job any more, and this says nothing to it. A fault is kept for the end, or the jobs behind it would stay taken.</summary>
    private async Task ReleaseAsync(StoredJob one, List<StoreException> unreleased)
    {
        try
        {
            await store.SaveAsync(one.Job, one.Stamp, keepOwner: false, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            unreleased.Add(e);
        }
    }

    /// <summary>Takes what others could still run, so that nobody buys a video while its files are deleted, and only then looks for money. Says why the job stays.</summary>
    private async Task<ForgetOutcome?> TakeAsync(VideoJob job, List<StoredJob> taken, CancellationToken cancellationToken)
    {
        if (!job.IsEnded && job.State != VideoState.Parked)
        {
            return ForgetOutcome.StillOpen;
        }

        if (job.State is not (VideoState.Succeeded or VideoState.Cancelled) && await OwnAsync(job, taken, cancellationToken).ConfigureAwait(false) is { } stays)
        {
            return stays;
        }

        return await IsMoneyOutAsync(job, cancellationToken).ConfigureAwait(false) ? ForgetOutcome.MoneyOut : null;
    }

    private async Task<ForgetOutcome?> OwnAsync(VideoJob job, List<StoredJob> taken, CancellationToken cancellationToken)
    {
        try
        {
            var (_, take) = await owners.AsOwnerAsync(o => store.TakeAsync(job.Id, o.OwnerId, reopenFailed: true, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (take is TakeResult.Taken now)
            {
                taken.Add(now.Stored);
            }

            return take is TakeResult.Taken { Stored.Job.State: VideoState.Failed or VideoState.Parked } ? null : ForgetOutcome.StillOpen;
        }
        catch (StoreException e) when (e.InnerException is JsonException)
        {
            return ForgetOutcome.Unreadable;
        }
    }

    private async Task<bool> IsMoneyOutAsync(VideoJob job, CancellationToken cancellationToken)
    {
        await foreach (var line in costs.ListAsync(new LedgerQuery { JobId = job.Id }, cancellationToken).ConfigureAwait(false))
        {
            if (line.State is LineState.Reserved or LineState.Unverified)
            {
                return true;
            }
        }

        return false;
    }
}
