using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>The simplest thing that behaves as the contract says, written apart from every store. Answers are short sentences.</summary>
internal sealed class StoreModel
{
    private readonly Dictionary<string, ModelJob> jobs = [];
    private readonly Dictionary<string, (bool Alive, DateTimeOffset Until)> owners = [];
    private readonly Dictionary<string, (string Reference, string JobId)> intents = [];
    private readonly Dictionary<string, List<(SubmissionVerdict Verdict, string? RemoteId)>> outcomes = [];

    public DateTimeOffset Now { get; set; }

    public bool Knows(string job) => jobs.ContainsKey(job);

    public bool Alive(string owner) => owners.TryGetValue(owner, out var known) && known.Alive;

    public bool Ended(string owner) => owners.TryGetValue(owner, out var known) && !known.Alive;

    public void Create(string job, JobStamp stamp) => jobs[job] = new ModelJob { Version = stamp.Version, Epoch = stamp.Epoch, Owner = stamp.OwnerId };

    public string Register(string owner)
    {
        if (Ended(owner))
        {
            return "refused";
        }

        owners[owner] = (true, Now + JobStoreHarness.Lease);
        return "registered";
    }

    public string Renew(string owner)
    {
        if (Alive(owner))
        {
            owners[owner] = (true, Now + JobStoreHarness.Lease);
        }

        return Alive(owner).ToString();
    }

    public string Retire(string owner)
    {
        if (Alive(owner))
        {
            owners[owner] = default;
            foreach (var job in jobs.Values.Where(job => job.Owner == owner))
            {
                job.Owner = null;
            }
        }

        return "retired";
    }

    public string Take(string id, string owner)
    {
        if (!Alive(owner))
        {
            return "refused";
        }

        if (!jobs.TryGetValue(id, out var job))
        {
            return "not found";
        }

        if (job.State is VideoState.Succeeded or VideoState.Failed or VideoState.Cancelled)
        {
            return "ended";
        }

        if (job.Owner is { } former && (former == owner || (Alive(former) && owners[former].Until > Now)))
        {
            return $"owned by {former}";
        }

        job.Adoptions = job.Owner is not null && job.State == VideoState.Running && !job.SavedSinceTaken ? job.Adoptions + 1 : 0;
        if (job.Owner is not null)
        {
            owners[job.Owner] = default;
        }

        (job.Owner, job.Epoch, job.SavedSinceTaken) = (owner, job.Epoch + 1, false);
        return $"taken {job}";
    }

    public string Claim(string owner, int max)
    {
        if (!Alive(owner))
        {
            return "refused";
        }

        foreach (var lapsed in jobs.Values.Select(job => job.Owner).OfType<string>().Where(holder => holder != owner && !(owners[holder].Alive && owners[holder].Until > Now)))
        {
            owners[lapsed] = default;
        }

        var claimed = jobs.OrderBy(job => job.Key, StringComparer.Ordinal)
            .Select(job => Take(job.Key, owner) is var answer && answer.StartsWith("taken", StringComparison.Ordinal) ? $"{job.Key} {answer}" : null)
            .OfType<string>().Take(max);
        return string.Join(", ", claimed);
    }

    public string Save(string id, JobStamp stamp, VideoState state, bool keepOwner) => Passes(id, stamp) ? Write(id, state, keepOwner) : "lost";

    public string Intend(string id, JobStamp stamp, int attempt, string reference)
    {
        if (!Passes(id, stamp))
        {
            return "lost";
        }

        if (!intents.TryAdd($"{id}/{attempt}", (reference, id)))
        {
            return "refused";
        }

        if (intents.Values.Count(intent => intent.Reference == reference) > 1)
        {
            intents.Remove($"{id}/{attempt}");
            return "refused";
        }

        return Write(id, jobs[id].State, keepOwner: true);
    }

    public string Record(string id, int attempt, SubmissionVerdict verdict, string? remoteId)
    {
        var said = outcomes.TryGetValue($"{id}/{attempt}", out var known) ? known : outcomes[$"{id}/{attempt}"] = [];
        var isNew = !said.Contains((verdict, remoteId));
        if (isNew)
        {
            said.Add((verdict, remoteId));
        }

        var decided = said.FindIndex(statement => statement.Verdict != SubmissionVerdict.Unknown);
        var effective = said[Math.Max(decided, 0)];
        var isDuplicate = verdict == SubmissionVerdict.Accepted && decided < said.IndexOf((verdict, remoteId));
        return $"{effective.Verdict} {effective.RemoteId} duplicate {isDuplicate} of {said.Count}";
    }

    public string Describe(string id) => jobs.TryGetValue(id, out var job) ? job.ToString() : "no job";

    private bool Passes(string id, JobStamp stamp) =>
        jobs.TryGetValue(id, out var job) && job.Owner is { } owner && owner == stamp.OwnerId && Alive(owner) && job.Epoch == stamp.Epoch && job.Version == stamp.Version;

    private string Write(string id, VideoState state, bool keepOwner)
    {
        var job = jobs[id];
        (job.State, job.Version, job.Adoptions, job.SavedSinceTaken) = (state, job.Version + 1, 0, true);
        if (!keepOwner || state is VideoState.Succeeded or VideoState.Failed or VideoState.Cancelled)
        {
            job.Owner = null;
        }

        return $"saved {job}";
    }

    private sealed class ModelJob
    {
        public VideoState State { get; set; }

        public long Version { get; set; }

        public long Epoch { get; set; }

        public string? Owner { get; set; }

        public int Adoptions { get; set; }

        public bool SavedSinceTaken { get; set; }

        public override string ToString() => StoreRun.Describe(State, new JobStamp(Version, Owner, Epoch, Adoptions));
    }
}
