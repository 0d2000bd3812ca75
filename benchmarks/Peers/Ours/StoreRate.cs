using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Peers.Ours;

/// <summary>What a job store does in a second, past the workflow: jobs that are made, and jobs that are claimed and completed.</summary>
internal sealed class StoreRate(IJobStore store)
{
    private static int last;

    /// <summary>Makes this many jobs, by so many callers at once.</summary>
    public async Task<Rate> CreateAsync(int jobs, int callers)
    {
        var left = jobs;
        return await Rate.OfAsync(jobs, callers, async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await store.CreateAsync(new NewJob { Job = Job(), Fingerprint = "v1:none" });
            }
        });
    }

    /// <summary>Claims and completes what there is, by so many callers at once.</summary>
    public async Task<Rate> DrainAsync(int jobs, int callers, int batch)
    {
        var owner = $"o{Guid.NewGuid():N}";
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = owner, Kind = "worker", Machine = "here", Lease = TimeSpan.FromMinutes(10) });
        var left = jobs;
        return await Rate.OfAsync(jobs, callers, async _ =>
        {
            while (Volatile.Read(ref left) > 0)
            {
                var claimed = await store.ClaimAsync(new JobClaim { OwnerId = owner, Max = batch });
                // As a worker does: jobs end each by itself, many at once.
                await Task.WhenAll(claimed.Select(stored => store.SaveAsync(stored.Job with { State = VideoState.Succeeded, EndedAt = stored.Job.CreatedAt }, stored.Stamp)));
                Interlocked.Add(ref left, -claimed.Count);
            }
        });
    }

    /// <summary>Makes jobs and claims them, by so many callers at once, each in turn.</summary>
    public async Task<Rate> CreateAndClaimAsync(int jobs, int callers, int batch)
    {
        var owner = $"o{Guid.NewGuid():N}";
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = owner, Kind = "worker", Machine = "here", Lease = TimeSpan.FromMinutes(10) });
        var made = Enumerable.Range(0, jobs).Select(_ => new NewJob { Job = Job(), Fingerprint = "v1:none" }).ToArray();
        var claim = new JobClaim { OwnerId = owner, Max = batch };
        var next = -batch;
        var claimed = 0;
        GC.Collect();
        var rate = await Rate.OfAsync(jobs, callers, async _ =>
        {
            for (var from = Interlocked.Add(ref next, batch); from < jobs; from = Interlocked.Add(ref next, batch))
            {
                for (var i = from; i < Math.Min(from + batch, jobs); i++)
                {
                    await store.CreateAsync(made[i]);
                }

                Interlocked.Add(ref claimed, (await store.ClaimAsync(claim)).Count);
            }
        });
        while (await store.ClaimAsync(claim) is { Count: > 0 } rest)
        {
            claimed += rest.Count;
        }

        return claimed == jobs ? rate : throw new InvalidOperationException($"{claimed} of {jobs} were claimed.");
    }

    /// <summary>A job of the least that one can be.</summary>
    public static VideoJob Job() => new()
    {
        Id = $"j{Interlocked.Increment(ref last):d10}",
        Request = new VideoRequest { Prompt = "a lighthouse in the rain" },
        State = VideoState.Queued,
        Stage = "Plan",
        CreatedAt = TimeProvider.System.GetUtcNow(),
    };
}
