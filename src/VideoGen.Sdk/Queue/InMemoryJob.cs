namespace VideoGen.Sdk.Queue;

/// <summary>A job in memory. Changed under the store's lock only.</summary>
internal sealed class InMemoryJob(VideoJob job, string? ownerId)
{
    /// <summary>Version when the present owner took it; equal to the stamp's while it has saved nothing.</summary>
    private long takenVersion = 1;

    public VideoJob Job { get; private set; } = job;

    public JobStamp Stamp { get; private set; } = new(Version: 1, ownerId, Epoch: ownerId is null ? 0 : 1, Adoptions: 0);

    public JobSignals Signals { get; private set; } = new();

    /// <summary>Whether a signal was left since the last save.</summary>
    public bool IsSignalled { get; private set; }

    public StoredJob Stored => new(Job, Stamp);

    public StoredJob GiveTo(string ownerId, bool formerDied)
    {
        var diedExecuting = formerDied && Job.State == VideoState.Running && Stamp.Version == takenVersion;
        Stamp = Stamp with { OwnerId = ownerId, Epoch = Stamp.Epoch + 1, Adoptions = diedExecuting ? Stamp.Adoptions + 1 : 0 };
        takenVersion = Stamp.Version;
        return Stored;
    }

    public JobStamp Save(VideoJob changed, bool keepOwner)
    {
        Job = changed;
        IsSignalled = false;
        return Stamp = Stamp with { Version = Stamp.Version + 1, OwnerId = keepOwner && !changed.IsEnded ? Stamp.OwnerId : null, Adoptions = 0 };
    }

    public void Signal(JobSignalKind kind, DateTimeOffset now)
    {
        Signals = Signals.With(kind, now);
        IsSignalled = true;
    }

    public void Free() => Stamp = Stamp with { OwnerId = null };
}
