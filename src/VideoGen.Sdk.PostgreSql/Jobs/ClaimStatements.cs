using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements of claims. Each lane of the index <c>jobs_to_claim</c> is entered at its first row, whatever the backlog.</summary>
internal static class ClaimStatements
{
    // As in the index, to the letter: only then it is used.
    private const string Ready = "j.is_ready::integer + j.is_free::integer = 2";

    private const string NotYetDue = "is_free::integer - is_ready::integer = 1 AND ready_at IS NOT NULL";

    // By leaps over the index from lane to lane.
    private const string EveryLane =
        $"""
        WITH RECURSIVE lanes AS (
            (SELECT j.claim_rank, coalesce(j.tenant, '') AS tenant, j.priority, timestamptz '-infinity' AS since
             FROM jobs_open j WHERE {Ready} ORDER BY j.claim_rank, coalesce(j.tenant, ''), j.priority LIMIT 1)
            UNION ALL
            SELECT n.* FROM lanes l CROSS JOIN LATERAL (
                SELECT j.claim_rank, coalesce(j.tenant, '') AS tenant, j.priority, timestamptz '-infinity' AS since
                FROM jobs_open j WHERE {Ready} AND (j.claim_rank, coalesce(j.tenant, ''), j.priority) > (l.claim_rank, l.tenant, l.priority)
                ORDER BY j.claim_rank, coalesce(j.tenant, ''), j.priority LIMIT 1) n)
        """;

    private const string KnownLanes = "WITH lanes AS (SELECT * FROM unnest(@ranks::integer[], @tenants::text[], @priorities::integer[], @sinces::timestamptz[]) AS l (claim_rank, tenant, priority, since))";

    // One of many claims at once has a row; the others pass it by and look on.
    private const string Oldest =
        $"""
        SELECT l.claim_rank, l.tenant, l.priority, c.id, c.start_at FROM lanes l CROSS JOIN LATERAL (
            SELECT j.id, j.start_at FROM jobs_open j
            WHERE {Ready} AND j.claim_rank = l.claim_rank AND coalesce(j.tenant, '') = l.tenant AND j.priority = l.priority AND j.start_at >= l.since
              AND (l.claim_rank < 2 OR NOT @paused_all) AND j.id <> ALL (@passed::text[])
              AND j.payload_version <= @known AND (@decrypts OR NOT j.payload_protected)
              AND (@stages::text[] IS NULL OR j.stage IS NULL OR j.stage = ANY (@stages::text[]))
              AND (j.needed_provider IS NULL OR ((@providers::text[] IS NULL OR j.needed_provider = ANY (@providers::text[]))
                   AND NOT (l.claim_rank = 2 AND j.needed_provider = ANY (@paused::text[]))))
            ORDER BY j.start_at, j.id LIMIT @max) c
        """;

    // Whether the claimer is alive, which nobody changes until this transaction has ended. From here on plans must enter by the claims' indices, also when they were made while the table was small.
    private const string Claimer =
        """
        SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true), set_config('enable_hashjoin', 'off', true),
               set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)
        FROM owners WHERE id = @id AND state = 'Alive' FOR KEY SHARE
        """;

    // By the time of this very statement: that of the transaction comes with the same exchange.
    private static readonly string Look =
        $"""
        SELECT EXISTS (SELECT 1 FROM owners AS o WHERE NOT is_swept AND id <> @owner AND {OwnerStatements.HasLeftJobs("clock.now")}) AS has_lapsed,
               EXISTS (SELECT 1 FROM queue_pauses) AS has_pauses,
               EXISTS (SELECT 1 FROM known_server WHERE identity <> videogen_server()) AS is_elsewhere,
               (SELECT count(*) FROM (SELECT 1 FROM jobs_open WHERE {NotYetDue} AND ready_at <= clock.now AND ready_at >= @since ORDER BY ready_at LIMIT 1) AS due) = 1 AS has_due
        FROM (SELECT videogen_now() AS now) AS clock
        """;

    private static readonly string Due =
        $"""
        SELECT clock.now, (SELECT min(at) FROM (
            (SELECT ready_at AS at FROM jobs_open WHERE {NotYetDue} AND ready_at >= @since ORDER BY ready_at LIMIT 1)
            UNION ALL
            SELECT min(least(o.lease_until, clock.now + 2 * o.lease)) FROM owners AS o
            WHERE NOT o.is_swept AND o.id <> @owner AND (o.lease_until > clock.now OR {OwnerStatements.HasLeftJobs("clock.now")})) AS moments) AS at
        FROM (SELECT videogen_now() AS now OFFSET 0) AS clock
        """;

    /// <summary>Begins a claim: what it has to see to before it takes anything, and what it could take if there is nothing of that. Null when the claimer is not alive.</summary>
    public static async Task<(ClaimOutlook Outlook, List<LaneRow> Oldest)?> BeginAsync(PostgreSqlScope scope, JobClaim claim, ClaimLook look, ClaimFilter filter)
    {
        var exchange = scope.Begin();
        var claimer = exchange.Add(Claimer, _ => true, ("id", claim.OwnerId));
        var outlook = exchange.Add(
            Look,
            row => new ClaimOutlook(row.Truth("has_lapsed"), row.Truth("has_pauses"), row.Truth("is_elsewhere"), row.Truth("has_due")),
            ("owner", claim.OwnerId),
            ("since", look.DueFrom));
        var (sql, arguments) = OldestOf(filter, look.Known, [], claim.Max);
        var oldest = exchange.Add(sql, LaneRow.From, arguments);
        await exchange.RunAsync().ConfigureAwait(false);
        return claimer.Count == 0 ? null : (outlook[0], oldest);
    }

    public static Task<List<LaneRow>> OldestAsync(PostgreSqlScope scope, ClaimFilter filter, IReadOnlyList<(ClaimLane Lane, DateTimeOffset Since)>? known, IReadOnlyCollection<string> passed, int max)
    {
        var (sql, arguments) = OldestOf(filter, known, passed, max);
        return scope.AllAsync(sql, LaneRow.From, arguments);
    }

    private static (string Sql, (string, object?)[] Arguments) OldestOf(
        ClaimFilter filter, IReadOnlyList<(ClaimLane Lane, DateTimeOffset Since)>? known, IReadOnlyCollection<string> passed, int max)
    {
        (string, object?)[] arguments =
        [
            ("known", JobPayload.Version),
            ("decrypts", filter.CanDecrypt),
            ("stages", filter.Stages),
            ("providers", filter.Providers),
            ("paused", filter.PausedProviders),
            ("paused_all", filter.IsAllPaused),
            ("passed", passed.ToArray()),
            ("max", max),
        ];
        return known is null
            ? ($"{EveryLane} {Oldest}", arguments)
            : ($"{KnownLanes} {Oldest}",
            [
                .. arguments,
                ("ranks", known.Select(lane => lane.Lane.Rank).ToArray()),
                ("tenants", known.Select(lane => lane.Lane.Tenant).ToArray()),
                ("priorities", known.Select(lane => lane.Lane.Priority).ToArray()),
                ("sinces", known.Select(lane => lane.Since).ToArray()),
            ]);
    }

    /// <summary>Jobs whose time has come; those that another claim is about to free are its own.</summary>
    public static Task<List<LaneRow>> MakeDueReadyAsync(PostgreSqlScope scope, DateTimeOffset since) => scope.AllAsync(
        $"""
        UPDATE jobs_open SET is_ready = true WHERE id = ANY (ARRAY(
            SELECT id FROM jobs_open WHERE {NotYetDue} AND ready_at <= @now AND ready_at >= @since ORDER BY ready_at LIMIT 1000 FOR UPDATE SKIP LOCKED))
        RETURNING claim_rank, coalesce(tenant, '') AS tenant, priority, id, start_at
        """,
        LaneRow.From,
        ("now", scope.Now),
        ("since", since));

    public static async Task<Dictionary<string, long>> InHandAsync(PostgreSqlScope scope) => (await scope
        .AllAsync("SELECT coalesce(tenant, '') AS tenant, count(*) AS jobs FROM jobs_open WHERE is_free::integer = 0 GROUP BY 1", row => (Tenant: row.Text("tenant"), Jobs: row.Number("jobs"))).ConfigureAwait(false))
        .ToDictionary(held => held.Tenant, held => held.Jobs, StringComparer.Ordinal);

    /// <summary>Gives the owner those of the chosen that nobody else has taken or changes just now, and returns them as they were before.</summary>
    public static Task<List<JobRow>> GiveAsync(PostgreSqlScope scope, string[] jobIds, string ownerId) => scope.AllAsync(
        $"""
        UPDATE jobs_open AS j SET owner_id = @owner, is_free = false, epoch = was.epoch + 1, taken_version = was.version,
            adoptions = CASE WHEN was.owner_id IS NOT NULL AND was.state = 'Running' AND was.version = was.taken_version THEN was.adoptions + 1 ELSE 0 END
        FROM (SELECT {JobRow.Columns} FROM jobs_open WHERE id = ANY (@ids) AND is_ready AND is_free FOR UPDATE SKIP LOCKED) AS was
        WHERE j.id = was.id RETURNING was.*
        """,
        JobRow.From,
        ("owner", ownerId),
        ("ids", jobIds));

    /// <summary>Takes back what was given just now.</summary>
    public static Task TakeBackAsync(PostgreSqlScope scope, JobRow row) => scope.ExecuteAsync(
        "UPDATE jobs_open SET owner_id = @owner, is_free = true, epoch = @epoch, taken_version = @taken, adoptions = @adoptions WHERE id = @id",
        ("owner", row.Stamp.OwnerId),
        ("epoch", row.Stamp.Epoch),
        ("taken", row.TakenVersion),
        ("adoptions", row.Stamp.Adoptions),
        ("id", row.Id));

    /// <summary>Takes a job whose payload nobody can read out of the way; a person sees why. With money out it is looked at again: a later release may read it.</summary>
    public static Task ParkAsync(PostgreSqlScope scope, string jobId, string reason) => scope.ExecuteAsync(
        """
        UPDATE jobs_open SET state = CASE WHEN claim_rank < @begun THEN 'NeedsAttention' ELSE 'Parked' END, error = @reason, is_ready = false,
            ready_at = CASE WHEN claim_rank < @begun THEN @later END, version = version + 1, owner_id = NULL
        WHERE id = @id
        """,
        ("begun", ClaimOrder.NotBegun),
        ("reason", PostgreSqlValue.Shown(reason)),
        ("later", scope.Now + TimeSpan.FromHours(1)),
        ("id", jobId));

    /// <summary>Puts a job that this process cannot decrypt behind the others for a while; another process may have the key.</summary>
    public static Task PutOffAsync(PostgreSqlScope scope, string jobId) => scope.ExecuteAsync(
        "UPDATE jobs_open SET is_ready = false, ready_at = @later WHERE id = @id", ("later", scope.Now + TimeSpan.FromMinutes(1)), ("id", jobId));

    /// <summary>The next moment at which a claim may find more by itself, and the time now.</summary>
    public static List<(DateTimeOffset? At, DateTimeOffset Now)> NextDue(PostgreSqlExchange exchange, string ownerId, DateTimeOffset since) =>
        exchange.Add(Due, row => (row.TimeOrNull("at"), row.Time("now")), ("owner", ownerId), ("since", since));
}
