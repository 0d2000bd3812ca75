namespace VideoGen.Sdk.Queue;

/// <summary>Jobs, keys and the fence. Not safe by itself; the store's lock guards it.</summary>
internal sealed partial class InMemoryJobs(InMemoryOwners owners, InMemoryPlaces places, TimeProvider time)
{
    private readonly Dictionary<string, InMemoryJob> jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Tenant, string Key), (string JobId, string Fingerprint, DateTimeOffset? ExpiresAt)> keys = [];

    public InMemoryJob? Find(string jobId) => jobs.GetValueOrDefault(jobId);

    public InMemoryJob? FindByKey(string? tenant, string key) => KeyOf(tenant, key) is { } known ? jobs[known.JobId] : null;

    public CreateJobResult Create(NewJob newJob)
    {
        var request = newJob.Job.Request;
        if (request.IdempotencyKey is { } key && KeyOf(request.Tenant, key) is { } known)
        {
            return known.Fingerprint == newJob.Fingerprint
                ? new CreateJobResult.Exists(jobs[known.JobId].Stored)
                : new CreateJobResult.Conflict(known.JobId, known.Fingerprint, newJob.Fingerprint);
        }

        if (newJob.OwnerId is { } ownerId)
        {
            owners.MustBeAlive(ownerId);
        }

        var row = new InMemoryJob(newJob.Job, newJob.OwnerId);
        if (forgotten.Contains(newJob.Job.Id) || !jobs.TryAdd(newJob.Job.Id, row))
        {
            throw new InvalidOperationException($"There is a job {newJob.Job.Id} already.");
        }

        if (request.IdempotencyKey is { } newKey)
        {
            keys[(request.Tenant ?? "", newKey)] = (newJob.Job.Id, newJob.Fingerprint, time.GetUtcNow() + newJob.KeyLifetime);
        }

        places.Put(row);
        return new CreateJobResult.Created(row.Stored);
    }

    public IReadOnlyList<StoredJob> List(JobQuery query) =>
        [.. jobs.Values.Select(row => row.Stored)
            .Where(stored => (query.State is null || stored.Job.State == query.State)
                && (query.Tenant is null || stored.Job.Request.Tenant == query.Tenant)
                && (query.BeforeId is null || string.CompareOrdinal(stored.Job.Id, query.BeforeId) < 0))
            .OrderByDescending(stored => stored.Job.Id, StringComparer.Ordinal)
            .Take(query.Limit)];

    public IReadOnlyDictionary<VideoState, long> Count() => jobs.Values.CountBy(row => row.Job.State).ToDictionary(pair => pair.Key, pair => (long)pair.Value);

    public TakeResult Take(string jobId, string ownerId, bool reopenFailed)
    {
        owners.MustBeAlive(ownerId);
        if (Find(jobId) is not { } row)
        {
            return new TakeResult.NotFound();
        }

        if (row.Job.IsEnded && !(reopenFailed && row.Job.State == VideoState.Failed))
        {
            return new TakeResult.Ended(row.Stored);
        }

        var died = false;
        if (row.Stamp.OwnerId is { } former)
        {
            var owner = owners.Find(former);
            var left = owner is null ? TimeSpan.Zero : owners.LeaseLeft(owner);
            if (former == ownerId || left > TimeSpan.Zero)
            {
                return new TakeResult.Owned(former, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }

            if (owner is not null)
            {
                places.End(owner, isDead: true);
            }

            died = true;
        }

        places.Leave(row);
        row.GiveTo(ownerId, died);
        places.Put(row);
        return new TakeResult.Taken(row.Stored);
    }

    public JobStamp Save(InMemoryJob row, VideoJob changed, bool keepOwner)
    {
        places.Leave(row);
        row.Save(changed, keepOwner);
        places.Put(row);
        return row.Stamp;
    }

    public void Signal(InMemoryJob row, JobSignalKind kind, DateTimeOffset now)
    {
        row.Signal(kind, now);
        places.Leave(row);
        places.Put(row);
    }

    /// <summary>The job when the stamp may save it; else what the fence saw.</summary>
    public (InMemoryJob? Row, string Reason) PassFence(string jobId, JobStamp stamp)
    {
        var row = Find(jobId);
        var reason = row is null ? $"There is no job {jobId}." : JobFence.Refusal(jobId, row.Stamp, stamp, row.Stamp.OwnerId is { } owner && owners.IsAlive(owner));
        return reason is null ? (row, "") : (null, reason);
    }

    public void Retire(string ownerId)
    {
        if (owners.Find(ownerId) is { } owner)
        {
            places.End(owner, isDead: false);
        }
    }
}
