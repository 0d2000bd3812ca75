using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>owners</c>.</summary>
internal static class OwnerStatements
{
    public static async Task RegisterAsync(PostgreSqlScope scope, OwnerRegistration registration)
    {
        var changed = await scope.ExecuteAsync(
            """
            INSERT INTO owners (id, kind, machine, lease, lease_until, state, registered_at) VALUES (@id, @kind, @machine, @lease, @until, 'Alive', @now)
            ON CONFLICT (id) DO UPDATE SET lease = excluded.lease, lease_until = excluded.lease_until WHERE owners.state = 'Alive'
            """,
            ("id", registration.OwnerId),
            ("kind", registration.Kind),
            ("machine", registration.Machine),
            ("lease", registration.Lease),
            ("until", scope.Now + registration.Lease),
            ("now", scope.Now)).ConfigureAwait(false);
        if (changed == 0)
        {
            throw new InvalidOperationException($"Owner '{registration.OwnerId}' has ended; every start of a process needs a fresh id.");
        }
    }

    public static async Task<bool> RenewAsync(PostgreSqlScope scope, string ownerId, DateTimeOffset now) => await scope.ExecuteAsync(
        "UPDATE owners SET lease_until = @now + lease WHERE id = @id AND state = 'Alive'", ("now", now), ("id", ownerId)).ConfigureAwait(false) == 1;

    public static Task<bool> WasRenewedAtAsync(PostgreSqlScope scope, string ownerId, DateTimeOffset at) =>
        scope.AnyAsync("SELECT 1 FROM owners WHERE id = @id AND state = 'Alive' AND lease_until >= @at + lease", ("id", ownerId), ("at", at));

    public static async Task<bool> RetireAsync(PostgreSqlScope scope, string ownerId)
    {
        // Jobs before owners, and in one order among themselves: whoever takes one of them locks in the same order.
        await scope.ExecuteAsync("SELECT 1 FROM jobs WHERE owner_id = @id ORDER BY id FOR UPDATE", ("id", ownerId)).ConfigureAwait(false);
        if (await scope.ExecuteAsync("UPDATE owners SET state = 'Retired', ended_at = @now WHERE id = @id AND state = 'Alive'", ("now", scope.Now), ("id", ownerId)).ConfigureAwait(false) == 0)
        {
            return false;
        }

        await scope.ExecuteAsync("UPDATE jobs SET owner_id = NULL WHERE owner_id = @id", ("id", ownerId)).ConfigureAwait(false);
        return true;
    }

    public static Task DeclareDeadAsync(PostgreSqlScope scope, string ownerId) =>
        scope.ExecuteAsync("UPDATE owners SET state = 'Dead', ended_at = @now WHERE id = @id AND state = 'Alive'", ("now", scope.Now), ("id", ownerId));

    public static Task<bool> IsAliveAsync(PostgreSqlScope scope, string ownerId) => scope.AnyAsync("SELECT 1 FROM owners WHERE id = @id AND state = 'Alive'", ("id", ownerId));

    /// <summary>How long the lease still runs; zero when the owner is dead, retired, unknown or lapsed.</summary>
    public static Task<TimeSpan> LeaseLeftAsync(PostgreSqlScope scope, string ownerId) => LeaseLeftAsync(scope, ownerId, "");

    /// <summary>The same, and nobody renews it until this transaction has ended: whoever is declared dead next was lapsed to the last.</summary>
    public static Task<TimeSpan> LockLeaseLeftAsync(PostgreSqlScope scope, string ownerId) => LeaseLeftAsync(scope, ownerId, " FOR UPDATE");

    private static async Task<TimeSpan> LeaseLeftAsync(PostgreSqlScope scope, string ownerId, string locking)
    {
        var left = await scope.FirstAsync(
            "SELECT lease, lease_until FROM owners WHERE id = @id AND state = 'Alive'" + locking,
            row => OwnerLeases.Left(row.Length("lease"), row.Time("lease_until") - scope.Now),
            ("id", ownerId)).ConfigureAwait(false);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public static async Task MustBeAliveAsync(PostgreSqlScope scope, string ownerId)
    {
        if (!await IsAliveAsync(scope, ownerId).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"Owner '{ownerId}' is not registered or has ended; register a fresh one first.");
        }
    }
}
