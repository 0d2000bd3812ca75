using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements on <c>owners</c>.</summary>
internal static class OwnerStatements
{
    public static void Register(SqliteScope scope, OwnerRegistration registration)
    {
        var changed = scope.Execute(
            """
            INSERT INTO owners (id, kind, machine, lease, lease_until, state, registered_at) VALUES ($id, $kind, $machine, $lease, $until, 'Alive', $now)
            ON CONFLICT (id) DO UPDATE SET lease = excluded.lease, lease_until = excluded.lease_until WHERE state = 'Alive'
            """,
            ("id", registration.OwnerId),
            ("kind", registration.Kind),
            ("machine", registration.Machine),
            ("lease", registration.Lease),
            ("until", scope.Now + registration.Lease),
            ("now", scope.Now));
        if (changed == 0)
        {
            throw new InvalidOperationException($"Owner '{registration.OwnerId}' has ended; every start of a process needs a fresh id.");
        }
    }

    public static bool Renew(SqliteScope scope, string ownerId, DateTimeOffset now) =>
        scope.Execute("UPDATE owners SET lease_until = $now + lease WHERE id = $id AND state = 'Alive'", ("now", now), ("id", ownerId)) == 1;

    public static bool WasRenewedAt(SqliteScope scope, string ownerId, DateTimeOffset at) =>
        scope.Any("SELECT 1 FROM owners WHERE id = $id AND state = 'Alive' AND lease_until >= $at + lease", ("id", ownerId), ("at", at));

    public static bool Retire(SqliteScope scope, string ownerId)
    {
        if (scope.Execute("UPDATE owners SET state = 'Retired', ended_at = $now WHERE id = $id AND state = 'Alive'", ("now", scope.Now), ("id", ownerId)) == 0)
        {
            return false;
        }

        scope.Execute("UPDATE jobs SET owner_id = NULL, is_free = 1 WHERE owner_id = $id", ("id", ownerId));
        return true;
    }

    /// <summary>Its jobs keep its name, so that whoever takes them knows that they were executed by a dead one, and are free.</summary>
    public static void DeclareDead(SqliteScope scope, string ownerId)
    {
        scope.Execute("UPDATE owners SET state = 'Dead', ended_at = $now WHERE id = $id AND state = 'Alive'", ("now", scope.Now), ("id", ownerId));
        scope.Execute("UPDATE jobs SET is_free = 1 WHERE owner_id = $id AND is_free = 0", ("id", ownerId));
    }

    public static bool IsAlive(SqliteScope scope, string ownerId) => scope.Any("SELECT 1 FROM owners WHERE id = $id AND state = 'Alive'", ("id", ownerId));

    /// <summary>How long the lease still runs; zero when the owner is dead, retired, unknown or lapsed.</summary>
    public static TimeSpan LeaseLeft(SqliteScope scope, string ownerId)
    {
        var left = scope.First(
            "SELECT lease, lease_until FROM owners WHERE id = $id AND state = 'Alive'",
            row => OwnerLeases.Left(row.Length("lease"), row.Time("lease_until") - scope.Now),
            ("id", ownerId));
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public static void MustBeAlive(SqliteScope scope, string ownerId)
    {
        if (!IsAlive(scope, ownerId))
        {
            throw new InvalidOperationException($"Owner '{ownerId}' is not registered or has ended; register a fresh one first.");
        }
    }
}
