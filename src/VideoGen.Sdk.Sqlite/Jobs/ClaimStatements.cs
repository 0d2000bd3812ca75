using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements of claims. Per lane the index <c>jobs_to_claim</c> is entered at its first row, whatever the backlog.</summary>
internal static class ClaimStatements
{
    private const string Ready = "is_ready = 1 AND is_free = 1";
    private const string NotYetDue = "is_ready = 0 AND is_free = 1 AND ready_at IS NOT NULL";

    // Owners with jobs in hand, by leaps over the index: its length does not count.
    private const string Holders =
        """
        holders (id) AS (
            SELECT min(owner_id) FROM jobs WHERE is_free = 0
            UNION ALL
            SELECT (SELECT min(j.owner_id) FROM jobs j WHERE j.is_free = 0 AND j.owner_id > holders.id) FROM holders WHERE holders.id IS NOT NULL)
        """;

    // The same rule as OwnerLeases.Left; an owner that nobody knows has none.
    private const string Lapsed =
        """
        holders.id IS NOT NULL AND holders.id <> $owner
            AND NOT EXISTS (SELECT 1 FROM owners o WHERE o.id = holders.id AND o.state = 'Alive' AND o.lease_until > $now AND o.lease_until - $now <= 2 * o.lease)
        """;

    /// <summary>What a claim has to see to first, in one look.</summary>
    public static ClaimOutlook Look(SqliteScope scope, string ownerId) => scope.First(
        $"""
        WITH RECURSIVE {Holders}
        SELECT EXISTS (SELECT 1 FROM owners WHERE id = $owner AND state = 'Alive') AS is_alive,
               EXISTS (SELECT 1 FROM holders WHERE {Lapsed}) AS has_lapsed,
               EXISTS (SELECT 1 FROM jobs WHERE {NotYetDue} AND ready_at <= $now) AS has_due,
               EXISTS (SELECT 1 FROM queue_pauses) AS has_pauses
        """,
        row => new ClaimOutlook(row.Truth("is_alive"), row.Truth("has_lapsed"), row.Truth("has_due"), row.Truth("has_pauses")),
        ("owner", ownerId),
        ("now", scope.Now));

    /// <summary>Declares dead whoever holds jobs under a lease that has run out, and frees jobs of owners nobody knows.</summary>
    public static void FreeOrphans(SqliteScope scope, string claimerId)
    {
        foreach (var owner in scope.All($"WITH RECURSIVE {Holders} SELECT id FROM holders WHERE {Lapsed}", row => row.Text("id"), ("owner", claimerId), ("now", scope.Now)))
        {
            OwnerStatements.DeclareDead(scope, owner);
        }
    }

    public static void MakeDueReady(SqliteScope scope) =>
        scope.Execute($"UPDATE jobs SET is_ready = 1 WHERE {NotYetDue} AND ready_at <= $now", ("now", scope.Now));

    public static Dictionary<string, long> InHand(SqliteScope scope) => scope
        .All("SELECT tenant, count(*) AS jobs FROM jobs WHERE is_free = 0 GROUP BY tenant", row => (Tenant: row.TextOrNull("tenant") ?? "", Jobs: row.Number("jobs")))
        .ToDictionary(held => held.Tenant, held => held.Jobs, StringComparer.Ordinal);

    /// <summary>Lanes with a ready job, found by leaps over the index.</summary>
    public static List<ClaimLane> Lanes(SqliteScope scope) => scope.All(
        $"""
        WITH RECURSIVE lanes (name) AS (
            SELECT min(lane) FROM jobs WHERE {Ready}
            UNION ALL
            SELECT (SELECT min(lane) FROM jobs WHERE {Ready} AND lane > lanes.name) FROM lanes WHERE lanes.name IS NOT NULL)
        SELECT name FROM lanes WHERE name IS NOT NULL
        """,
        row => ClaimLane.Of(row.Text("name")));

    public static List<ClaimCandidate> Oldest(SqliteScope scope, ClaimLane lane, ClaimFilter filter, int max) => scope.All(
        $"""
        SELECT id, start_at FROM jobs
        WHERE {Ready} AND lane = $lane AND payload_version <= $known AND payload_protected <= $protected
          AND (stage IS NULL OR $stages IS NULL OR stage IN (SELECT value FROM json_each($stages)))
          AND (needed_provider IS NULL OR (($providers IS NULL OR needed_provider IN (SELECT value FROM json_each($providers))) AND needed_provider NOT IN (SELECT value FROM json_each($paused))))
        ORDER BY start_at, id LIMIT $max
        """,
        row => new ClaimCandidate(row.Text("id"), lane.Tenant, lane.Priority, row.Time("start_at")),
        ("lane", lane.Name),
        ("known", JobPayload.Version),
        ("protected", filter.CanDecrypt),
        ("stages", filter.Stages),
        ("providers", filter.Providers),
        ("paused", lane.Rank == ClaimOrder.NotBegun ? filter.PausedProviders : "[]"),
        ("max", max));

    /// <summary>Takes a job whose payload nobody can read out of the way; a person sees why. With money out it is looked at again: a later release may read it.</summary>
    public static void Park(SqliteScope scope, string jobId, string reason) => scope.Execute(
        """
        UPDATE jobs SET state = CASE WHEN claim_rank < $begun THEN 'NeedsAttention' ELSE 'Parked' END, error = $reason, is_ready = 0,
            ready_at = CASE WHEN claim_rank < $begun THEN $later END, version = version + 1, owner_id = NULL
        WHERE id = $id
        """,
        ("begun", ClaimOrder.NotBegun),
        ("reason", reason),
        ("later", scope.Now + TimeSpan.FromHours(1)),
        ("id", jobId));

    /// <summary>Puts a job that this process cannot decrypt behind the others for a while; another process may have the key.</summary>
    public static void PutOff(SqliteScope scope, string jobId) => scope.Execute(
        "UPDATE jobs SET is_ready = 0, ready_at = $later WHERE id = $id", ("later", scope.Now + TimeSpan.FromMinutes(1)), ("id", jobId));

    public static DateTimeOffset? NextDue(SqliteScope scope, string ownerId) => scope.First(
        $"""
        WITH RECURSIVE {Holders}
        SELECT min(at) AS at FROM (
            SELECT min(ready_at) AS at FROM jobs WHERE {NotYetDue}
            UNION ALL
            SELECT min(lease_until) FROM owners WHERE state = 'Alive' AND id <> $owner AND lease_until > $now AND id IN (SELECT id FROM holders)
        )
        """,
        row => row.TimeOrNull("at"),
        ("owner", ownerId),
        ("now", scope.Now));
}
