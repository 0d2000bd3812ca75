using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements of claims. Per rank, tenant and priority the index <c>jobs_to_claim</c> is entered at its first row, whatever the backlog.</summary>
internal static class ClaimStatements
{
    private const string Ready = "is_ready = 1 AND is_free = 1";

    /// <summary>Declares dead whoever holds jobs under a lease that has run out, and frees jobs of owners nobody knows.</summary>
    public static void FreeOrphans(SqliteScope scope, string claimerId)
    {
        foreach (var owner in scope.All("SELECT DISTINCT owner_id FROM jobs WHERE is_free = 0", row => row.TextOrNull("owner_id")))
        {
            if (owner is not null && owner != claimerId && OwnerStatements.LeaseLeft(scope, owner) == TimeSpan.Zero)
            {
                OwnerStatements.DeclareDead(scope, owner);
            }
        }
    }

    public static void MakeDueReady(SqliteScope scope) =>
        scope.Execute("UPDATE jobs SET is_ready = 1 WHERE is_ready = 0 AND is_free = 1 AND ready_at IS NOT NULL AND ready_at <= $now", ("now", scope.Now));

    public static Dictionary<string, long> InHand(SqliteScope scope) => scope
        .All("SELECT tenant, count(*) AS jobs FROM jobs WHERE is_free = 0 GROUP BY tenant", row => (Tenant: row.TextOrNull("tenant") ?? "", Jobs: row.Number("jobs")))
        .ToDictionary(held => held.Tenant, held => held.Jobs, StringComparer.Ordinal);

    /// <summary>Tenants with a ready job of this rank, found by leaps over the index.</summary>
    public static List<string?> Tenants(SqliteScope scope, int rank)
    {
        var tenants = new List<string?>();
        if (scope.Any($"SELECT 1 FROM jobs WHERE {Ready} AND claim_rank = $rank AND tenant IS NULL LIMIT 1", ("rank", rank)))
        {
            tenants.Add(null);
        }

        var last = "";
        while (scope.First(
            $"SELECT tenant FROM jobs WHERE {Ready} AND claim_rank = $rank AND tenant > $last ORDER BY tenant LIMIT 1", row => row.Text("tenant"), ("rank", rank), ("last", last)) is { } next)
        {
            tenants.Add(last = next);
        }

        return tenants;
    }

    public static List<ClaimCandidate> Oldest(SqliteScope scope, int rank, string? tenant, VideoPriority priority, ClaimFilter filter, int max) => scope.All(
        $"""
        SELECT id, start_at FROM jobs
        WHERE {Ready} AND claim_rank = $rank AND tenant IS $tenant AND priority = $priority AND payload_version <= $known AND payload_protected <= $protected
          AND (stage IS NULL OR $stages IS NULL OR stage IN (SELECT value FROM json_each($stages)))
          AND (needed_provider IS NULL OR (($providers IS NULL OR needed_provider IN (SELECT value FROM json_each($providers))) AND needed_provider NOT IN (SELECT value FROM json_each($paused))))
        ORDER BY start_at, id LIMIT $max
        """,
        row => new ClaimCandidate(row.Text("id"), tenant ?? "", priority, row.Time("start_at")),
        ("rank", rank),
        ("tenant", tenant),
        ("priority", (int)priority),
        ("known", JobPayload.Version),
        ("protected", filter.CanDecrypt),
        ("stages", filter.Stages),
        ("providers", filter.Providers),
        ("paused", rank == ClaimOrder.NotBegun ? filter.PausedProviders : "[]"),
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
        """
        SELECT min(at) AS at FROM (
            SELECT min(ready_at) AS at FROM jobs WHERE is_ready = 0 AND is_free = 1 AND ready_at IS NOT NULL
            UNION ALL
            SELECT min(lease_until) FROM owners WHERE state = 'Alive' AND id <> $owner AND lease_until > $now AND EXISTS (SELECT 1 FROM jobs WHERE owner_id = owners.id AND is_free = 0)
        )
        """,
        row => row.TimeOrNull("at"),
        ("owner", ownerId),
        ("now", scope.Now));
}
