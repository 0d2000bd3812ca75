namespace VideoGen.Sdk.Queue;

/// <summary>Owners and their leases. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryOwners(TimeProvider time)
{
    private readonly Dictionary<string, InMemoryOwner> owners = new(StringComparer.Ordinal);
    private readonly List<InMemoryOwner> alive = [];

    /// <summary>Those who were not ended.</summary>
    public IReadOnlyList<InMemoryOwner> Alive => alive;

    public void Register(OwnerRegistration registration)
    {
        if (!owners.TryGetValue(registration.OwnerId, out var owner))
        {
            owners.Add(registration.OwnerId, owner = new InMemoryOwner(registration));
            alive.Add(owner);
        }
        else if (!owner.IsAlive)
        {
            throw new InvalidOperationException($"Owner '{registration.OwnerId}' has ended; every start of a process needs a fresh id.");
        }

        owner.Lease = registration.Lease;
        owner.LeaseUntil = time.GetUtcNow() + owner.Lease;
    }

    public bool Renew(string ownerId)
    {
        if (Find(ownerId) is not { } owner)
        {
            return false;
        }

        owner.LeaseUntil = time.GetUtcNow() + owner.Lease;
        return true;
    }

    /// <summary>The owner while it lives.</summary>
    public InMemoryOwner? Find(string ownerId) => owners.TryGetValue(ownerId, out var owner) && owner.IsAlive ? owner : null;

    public bool IsAlive(string ownerId) => Find(ownerId) is not null;

    /// <summary>Ends an owner, and returns the jobs that were in its hands.</summary>
    public IReadOnlyCollection<InMemoryJob> End(InMemoryOwner owner)
    {
        owner.IsAlive = false;
        alive.Remove(owner);
        return [.. owner.Jobs];
    }

    /// <summary>How long the lease still runs; zero or less when it has lapsed.</summary>
    public TimeSpan LeaseLeft(InMemoryOwner owner) => OwnerLeases.Left(owner.Lease, owner.LeaseUntil - time.GetUtcNow());

    public InMemoryOwner MustBeAlive(string ownerId) =>
        Find(ownerId) ?? throw new InvalidOperationException($"Owner '{ownerId}' is not registered or has ended; register a fresh one first.");
}
