using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>owners</c>.</summary>
internal static class OwnerStatements
{
    /// <summary>Whether the owner <c>o</c> is dead or lapsed, and holds jobs. One without is left alone: nobody misses it, and it may come back.
    /// Counted and not asked for with EXISTS, so that the server looks by owner and for lapsed ones alone.</summary>
    /// <param name="now">The time, as an expression of the statement.</param>
    public static string HasLeftJobs(string now = "@now") => $"(o.state <> 'Alive' OR o.lease_until <= {now} OR o.lease_until > {now} + 2 * o.lease) AND " +
        "(SELECT count(*) FROM (SELECT 1 FROM jobs_open WHERE owner_id = o.id AND NOT is_free LIMIT 1) AS one) = 1";

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
        await LockJobsAsync(scope, ownerId).ConfigureAwait(false);
        if (!await scope.AnyAsync("SELECT 1 FROM owners WHERE id = @id AND state = 'Alive' FOR UPDATE", ("id", ownerId)).ConfigureAwait(false))
        {
            return false;
        }

        await scope.ExecuteAsync("UPDATE owners SET state = 'Retired', is_swept = true, ended_at = @now WHERE id = @id", ("id", ownerId), ("now", scope.Now)).ConfigureAwait(false);
        await scope.ExecuteAsync("UPDATE jobs SET owner_id = NULL, is_free = true WHERE owner_id = @id", ("id", ownerId)).ConfigureAwait(false);
        return true;
    }

    /// <summary>Its other jobs are freed by the next claim: here only one of them is locked.</summary>
    public static Task DeclareDeadAsync(PostgreSqlScope scope, string ownerId) =>
        scope.ExecuteAsync("UPDATE owners SET state = 'Dead', ended_at = @now WHERE id = @id AND state = 'Alive'", ("now", scope.Now), ("id", ownerId));

    /// <summary>Declares dead whoever else has a lease that ran out, and frees the jobs of the dead. They keep the owner's name, so that whoever takes them knows that it died over them.</summary>
    public static async Task<List<LaneRow>> SweepAsync(PostgreSqlScope scope, string claimerId)
    {
        var freed = new List<LaneRow>();
        foreach (var owner in await scope.AllAsync(
            $"SELECT id FROM owners AS o WHERE NOT is_swept AND id <> @claimer AND {HasLeftJobs()}", row => row.Text("id"), ("claimer", claimerId), ("now", scope.Now)).ConfigureAwait(false))
        {
            freed.AddRange(await SweepOneAsync(scope, owner).ConfigureAwait(false));
        }

        return freed;
    }

    private static async Task<List<LaneRow>> SweepOneAsync(PostgreSqlScope scope, string ownerId)
    {
        await LockJobsAsync(scope, ownerId).ConfigureAwait(false);
        // Once nobody can renew it or claim for it any more, the last look decides.
        if (await LockLeaseLeftAsync(scope, ownerId).ConfigureAwait(false) > TimeSpan.Zero
            || await scope.ExecuteAsync(
                "UPDATE owners SET is_swept = true, state = 'Dead', ended_at = coalesce(ended_at, @now) WHERE id = @id AND NOT is_swept", ("id", ownerId), ("now", scope.Now)).ConfigureAwait(false) == 0)
        {
            return [];
        }

        return await scope.AllAsync(
            "UPDATE jobs_open SET is_free = true WHERE owner_id = @id AND NOT is_free RETURNING claim_rank, coalesce(tenant, '') AS tenant, priority, id, start_at",
            LaneRow.From,
            ("id", ownerId)).ConfigureAwait(false);
    }

    private static Task<int> LockJobsAsync(PostgreSqlScope scope, string ownerId) =>
        scope.ExecuteAsync("SELECT 1 FROM jobs WHERE owner_id = @id ORDER BY id FOR UPDATE", ("id", ownerId));

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
            throw Ended(ownerId);
        }
    }

    /// <summary>The same, and nobody declares it dead or retires it until this transaction has ended: what it is given now would be forgotten.</summary>
    public static async Task LockAliveAsync(PostgreSqlScope scope, string ownerId)
    {
        if (!await scope.AnyAsync("SELECT 1 FROM owners WHERE id = @id AND state = 'Alive' FOR KEY SHARE", ("id", ownerId)).ConfigureAwait(false))
        {
            throw Ended(ownerId);
        }
    }

    public static InvalidOperationException Ended(string ownerId) => new($"Owner '{ownerId}' is not registered or has ended; register a fresh one first.");
}
