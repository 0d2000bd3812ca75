namespace VideoGen.Sdk.Queue;

/// <summary>An owner, alive until it is ended. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryOwner(OwnerRegistration registration)
{
    public string Id { get; } = registration.OwnerId;

    public TimeSpan Lease { get; set; } = registration.Lease;

    public DateTimeOffset LeaseUntil { get; set; }

    public bool IsAlive { get; set; } = true;

    /// <summary>The jobs in its hands while it lives.</summary>
    public HashSet<InMemoryJob> Jobs { get; } = [];
}
