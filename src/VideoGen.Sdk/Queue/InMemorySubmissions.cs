namespace VideoGen.Sdk.Queue;

/// <summary>Intents, outcomes and the events that were dealt with. Not safe by itself; the store's lock guards it.</summary>
internal sealed partial class InMemorySubmissions(TimeProvider time)
{
    private readonly Dictionary<(string JobId, int Attempt), SubmissionIntent> intents = [];
    private readonly Dictionary<string, SubmissionIntent> byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<(string JobId, int Attempt), List<SubmissionRecord>> outcomes = [];
    private readonly Dictionary<string, List<(string JobId, int Attempt)>> byRemoteId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Provider, string Account, string EventId), string> callbacks = [];

    public SubmissionIntent? Find(string jobId, int attempt) => intents.GetValueOrDefault((jobId, attempt));

    public SubmissionIntent? Find(string clientReference) => byReference.GetValueOrDefault(clientReference);

    /// <summary>Throws before anything has changed.</summary>
    public void MustBeFirst(SubmissionIntent intent)
    {
        if (intents.ContainsKey((intent.JobId, intent.Attempt)))
        {
            throw new InvalidOperationException($"Attempt {intent.Attempt} of job {intent.JobId} has an intent already; a second POST is a new attempt.");
        }

        if (byReference.ContainsKey(intent.ClientReference))
        {
            throw new InvalidOperationException($"The client reference of attempt {intent.Attempt} of job {intent.JobId} belongs to another attempt.");
        }
    }

    public SubmissionIntent Add(SubmissionIntent intent)
    {
        // A copy of the bytes: a replay sends what was saved, whatever the caller does with its buffer.
        var saved = intent with { SavedAt = time.GetUtcNow(), Content = intent.Content.ToArray() };
        intents.Add((intent.JobId, intent.Attempt), saved);
        byReference.Add(intent.ClientReference, saved);
        return saved;
    }

    public RecordedOutcome Record(SubmissionRecord record)
    {
        var key = (record.JobId, record.Attempt);
        var stamped = record with { At = time.GetUtcNow() };
        var earlier = outcomes.GetValueOrDefault(key) ?? [];
        var recorded = RecordedOutcome.After(earlier, stamped);
        if (!earlier.Any(record.SaysTheSameAs))
        {
            outcomes[key] = [.. earlier, stamped];
            Index(record);
        }

        return recorded;
    }

    public IReadOnlyList<SubmissionRecord> Outcomes(string jobId, int attempt) => outcomes.GetValueOrDefault((jobId, attempt)) ?? [];

    public bool IsRemoteIdTaken(string provider, string account, string remoteId, string exceptJobId) =>
        byRemoteId.TryGetValue(remoteId, out var attempts)
        && attempts.Any(key => key.JobId != exceptJobId && intents.GetValueOrDefault(key) is { } intent && intent.Provider == provider && intent.Account == account);

    public SubmissionIntent? FindByRemoteId(string provider, string account, string remoteId) =>
        (byRemoteId.GetValueOrDefault(remoteId) ?? []).Select(key => intents.GetValueOrDefault(key)).FirstOrDefault(intent => intent?.Provider == provider && intent.Account == account);

    public bool Add(CallbackNote note) => callbacks.TryAdd((note.Provider, note.Account, note.EventId), note.JobId);

    public bool IsKnown(string provider, string account, string eventId) => callbacks.ContainsKey((provider, account, eventId));

    private void Index(SubmissionRecord record)
    {
        if (record.RemoteId is { } remoteId)
        {
            byRemoteId.TryAdd(remoteId, []);
            byRemoteId[remoteId].Add((record.JobId, record.Attempt));
        }
    }
}
