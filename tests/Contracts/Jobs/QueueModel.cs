using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>The queue the slow and obvious way: one list, walked again for every question. Two owners that never die.</summary>
internal sealed class QueueModel
{
    private readonly List<ModelRow> rows = [];
    private readonly HashSet<string> forgotten = [];
    private readonly List<(string? Tenant, string Key, ModelRow Row, string Fingerprint, DateTimeOffset? Until)> keys = [];
    private readonly Dictionary<string, string> notes = [];
    private readonly SortedSet<string> pauses = new(StringComparer.Ordinal);

    public DateTimeOffset Now { get; set; }

    public string Pauses => string.Join(",", pauses);

    public string Counts => string.Join(",", rows.CountBy(row => row.Job.State).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}"));

    public string Listed => string.Join(",", rows.Select(row => row.Job.Id).OrderDescending(StringComparer.Ordinal));

    /// <summary>When the next job that nobody has becomes due; null when none will.</summary>
    public DateTimeOffset? NextDue => rows.Where(row => row.Owner is null && IsOpen(row) && !row.IsSignalled && row.Job.DueAt > Now).Min(row => row.Job.DueAt);

    public string Create(VideoJob job, string fingerprint, TimeSpan? lifetime)
    {
        if (job.Request.IdempotencyKey is { } key && KeyOf(job.Request.Tenant, key) is { Row: not null } known)
        {
            return known.Fingerprint == fingerprint ? $"exists {known.Row.Job.Id}" : $"conflict {known.Row.Job.Id} {known.Fingerprint} {fingerprint}";
        }

        var row = new ModelRow(job);
        rows.Add(row);
        if (job.Request.IdempotencyKey is { } fresh)
        {
            keys.RemoveAll(one => one.Tenant == job.Request.Tenant && one.Key == fresh);
            keys.Add((job.Request.Tenant, fresh, row, fingerprint, Now + lifetime));
        }

        return $"created {job.Id}";
    }

    public string FindKey(string? tenant, string key) => KeyOf(tenant, key).Row?.Job.Id ?? "none";

    public string Claim(string owner, QueueStep step)
    {
        var (taken, perTenant) = (new List<string>(), new Dictionary<string, int>());
        while (taken.Count < step.Max && rows
            .Where(row => row.Owner is null && IsOpen(row) && (row.IsSignalled || !(row.Job.DueAt > Now)) && IsWanted(row, step) && !(perTenant.GetValueOrDefault(row.Tenant) >= step.MaxPerTenant))
            .OrderBy(row => row.Rank).ThenByDescending(Aged).ThenBy(row => rows.Count(other => other.Owner is not null && other.Tenant == row.Tenant))
            .ThenBy(row => row.StartAt).ThenBy(row => row.Job.Id, StringComparer.Ordinal).FirstOrDefault() is { } next)
        {
            (next.Owner, next.Epoch) = (owner, next.Epoch + 1);
            perTenant[next.Tenant] = perTenant.GetValueOrDefault(next.Tenant) + 1;
            taken.Add($"{next.Job.Id} {next.Stamp}");
        }

        return string.Join(", ", taken);
    }

    public string Save(VideoJob job, JobStamp stamp, bool keepOwner)
    {
        if (rows.Find(row => row.Job.Id == job.Id) is not { } row || row.Owner is null || row.Stamp != stamp)
        {
            return "lost";
        }

        (row.Job, row.Version, row.IsSignalled) = (job, row.Version + 1, false);
        row.Owner = keepOwner && !job.IsEnded ? row.Owner : null;
        return $"saved {row.Stamp}";
    }

    public string Signal(string id)
    {
        if (rows.Find(row => row.Job.Id == id) is not { } row)
        {
            return "False";
        }

        row.IsSignalled = true;
        return "True";
    }

    public string Pause(string? provider) => pauses.Add(provider ?? "") ? Pauses : Pauses;

    public string Resume(string? provider) => pauses.Remove(provider ?? "") ? Pauses : Pauses;

    public string Note(string eventId, string jobId) => notes.TryAdd(eventId, jobId).ToString();

    public string Forget(string id, string? owner)
    {
        if (rows.Find(row => row.Job.Id == id) is not { } row || !(row.Job.IsEnded || row.Job.State == VideoState.Parked) || (row.Owner is not null && row.Owner != owner))
        {
            return "";
        }

        rows.Remove(row);
        forgotten.Add(id);
        keys.RemoveAll(key => key.Row == row);
        notes.Where(note => note.Value == id).ToList().ForEach(note => notes.Remove(note.Key));
        return id;
    }

    public string Describe(string id) => rows.Find(row => row.Job.Id == id) is { } row ? StoreRun.Describe(row.Job.State, row.Stamp) : "no job";

    private (string? Tenant, string Key, ModelRow? Row, string? Fingerprint, DateTimeOffset? Until) KeyOf(string? tenant, string key) =>
        keys.Find(one => one.Tenant == tenant && one.Key == key && !(one.Until <= Now && one.Row.Job is { IsEnded: true, UnverifiedUsd: 0m }));

    private static bool IsOpen(ModelRow row) => !row.Job.IsEnded && row.Job.State != VideoState.Parked && (row.Job.State != VideoState.NeedsAttention || row.Job.DueAt is not null);

    private bool IsWanted(ModelRow row, QueueStep step) =>
        (row.Provider is null || step.Providers?.Contains(row.Provider) != false) && !(row.Rank == 2 && (pauses.Contains("") || (row.Provider is { } provider && pauses.Contains(provider))));

    private int Aged(ModelRow row) => Math.Min((int)VideoPriority.Urgent, (int)row.Job.Priority + (int)Math.Min(10, Math.Floor((Now - row.StartAt) / TimeSpan.FromMinutes(10))));

    private sealed class ModelRow(VideoJob job)
    {
        public VideoJob Job { get; set; } = job;

        public string? Owner { get; set; }

        public long Epoch { get; set; }

        public long Version { get; set; } = 1;

        public bool IsSignalled { get; set; }

        public JobStamp Stamp => new(Version, Owner, Epoch, 0);

        public string Tenant => Job.Request.Tenant ?? "";

        public DateTimeOffset StartAt => Job.CreatedAt;

        public int Rank => Job.Attempts is [{ IntentAt: not null, ClosedAt: null }] ? 1 : Job.Attempts is [{ Outcome: Sdk.Costs.AttemptOutcome.Succeeded }] ? 0 : 2;

        public string? Provider => Rank < 2 ? "kling" : Job.Request.PreferredProviders is [var only] ? only : null;
    }
}
