namespace VideoGen.Sdk.Queue;

/// <summary>Owners and their leases. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryOwners(TimeProvider time)
{
    private readonly Dictionary<string, (TimeSpan Lease, DateTimeOffset LeaseUntil, bool IsAlive)> owners = new(StringComparer.Ordinal);

    public void Register(OwnerRegistration registration)
    {
        if (owners.TryGetValue(registration.OwnerId, out var known) && !known.IsAlive)
        {
            throw new InvalidOperationException($"Owner '{registration.OwnerId}' has ended; every start of a process needs a fresh id.");
        }

        owners[registration.OwnerId] = (registration.Lease, time.GetUtcNow() + registration.Lease, true);
    }

    public bool Renew(string ownerId)
    {
        if (!IsAlive(ownerId))
        {
            return false;
        }

        var owner = owners[ownerId];
        owners[ownerId] = owner with { LeaseUntil = time.GetUtcNow() + owner.Lease };
        return true;
    }

    public void End(string ownerId)
    {
        if (owners.TryGetValue(ownerId, out var owner))
        {
            owners[ownerId] = owner with { IsAlive = false };
        }
    }

    public bool IsAlive(string ownerId) => owners.TryGetValue(ownerId, out var owner) && owner.IsAlive;

    /// <summary>How long the lease still runs; zero or less when the owner is dead, unknown or lapsed.</summary>
    public TimeSpan LeaseLeft(string ownerId) => IsAlive(ownerId) ? OwnerLeases.Left(owners[ownerId].Lease, owners[ownerId].LeaseUntil - time.GetUtcNow()) : TimeSpan.Zero;

    public void MustBeAlive(string ownerId)
    {
        if (!IsAlive(ownerId))
        {
            throw new InvalidOperationException($"Owner '{ownerId}' is not registered or has ended; register a fresh one first.");
        }
    }
}
