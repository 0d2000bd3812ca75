namespace VideoGen.Sdk.Queue;

/// <summary>A job in memory. Changed under the store's lock only.</summary>
internal sealed class InMemoryJob(VideoJob job, string? ownerId)
{
    private static readonly JobSignals None = new();

    /// <summary>Version when the present owner took it; equal to the stamp's while it has saved nothing.</summary>
    private long takenVersion = 1;

    private InMemoryLine? line;
    private int ticket;

    public VideoJob Job { get; private set; } = job;

    public JobStamp Stamp { get; private set; } = new(Version: 1, ownerId, Epoch: ownerId is null ? 0 : 1, Adoptions: 0);

    public JobSignals Signals { get; private set; } = None;

    /// <summary>Whether a signal was left since the last save.</summary>
    public bool IsSignalled { get; private set; }

    /// <summary>The tenant among whose jobs in hand it counts; null while nobody alive holds it.</summary>
    public InMemoryTenant? CountedFor { get; set; }

    public StoredJob Stored => new(Job, Stamp);

    /// <summary>Takes a place in a line; the ticket tells it from any earlier one.</summary>
    public int Stand(InMemoryLine place)
    {
        line = place;
        return ++ticket;
    }

    public bool StandsIn(InMemoryLine place, int itsTicket) => line == place && ticket == itsTicket;

    public void LeaveLine()
    {
        var left = line;
        line = null;
        left?.Left();
    }

    public void GiveTo(string ownerId, bool formerDied)
    {
        var diedExecuting = formerDied && Job.State == VideoState.Running && Stamp.Version == takenVersion;
        Stamp = new JobStamp(Stamp.Version, ownerId, Stamp.Epoch + 1, diedExecuting ? Stamp.Adoptions + 1 : 0);
        takenVersion = Stamp.Version;
    }

    public void Save(VideoJob changed, bool keepOwner)
    {
        Job = changed;
        IsSignalled = false;
        Stamp = new JobStamp(Stamp.Version + 1, keepOwner && !changed.IsEnded ? Stamp.OwnerId : null, Stamp.Epoch, Adoptions: 0);
    }

    public void Signal(JobSignalKind kind, DateTimeOffset now)
    {
        Signals = Signals.With(kind, now);
        IsSignalled = true;
    }

    public void Free() => Stamp = Stamp with { OwnerId = null };
}
