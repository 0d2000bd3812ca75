namespace VideoGen.Sdk.Peers.Ours;

/// <summary>Half a million settled attempts with two entries each, spread evenly over the last year: some failed, some flagged, four accounts, eight models, sixteen tenants, eight campaigns, forty sets of tags.</summary>
internal static class YearOfLines
{
    public const string Schema = "summaries";

    private const int Lines = 500_000;

    public static readonly string PostgreSql =
        $"""
        SET search_path = {Schema};
        SET session_replication_role = replica;
        INSERT INTO attempt_lines (job_id, attempt, client_reference, provider, account, account_id, model, tenant, campaign, tags, state, outcome, source, flag, reserved_usd, charged_usd, reserved_at, started_at, settled_at, longest_run, submitted_at, length)
        SELECT 'year-' || n, 1, 'ref-' || n, 'p' || n % 4, 'default', 'p' || n % 4 || '/default', 'm' || n % 8, 't' || n % 16, 'c' || n % 8, ARRAY['style:' || n % 5, 'trend:' || n % 8], 'Charged',
               CASE WHEN n % 20 = 0 THEN 'Failed' ELSE 'Succeeded' END, 'Vendor', CASE WHEN n % 1000 = 0 THEN 'odd' END, 0, 0.5, at, at, at + interval '90 seconds', interval '2 hours', at, interval '5 seconds'
        FROM (SELECT n, now() - interval '365 days' * n / {Lines} AS at FROM generate_series(1, {Lines}) AS n) AS spread;
        INSERT INTO ledger_entries (at, job_id, attempt, kind, amount_usd)
        SELECT now() - interval '365 days' * n / {Lines}, 'year-' || n, 1, kind, 0.5 FROM generate_series(1, {Lines}) AS n, (VALUES ('Reserved'), ('Charged')) AS k (kind);
        SET session_replication_role = DEFAULT;
        ANALYZE attempt_lines;
        """;

    public static readonly string Sqlite =
        $"""
        BEGIN;
        CREATE TEMP TABLE spread AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Lines}) SELECT i, (CAST(strftime('%s', 'now') AS INTEGER) - 31536000 * i / {Lines}) * 1000000 + i % 1000000 AS at FROM n;
        INSERT INTO attempt_lines (job_id, attempt, client_reference, provider, account, account_id, model, tenant, campaign, tags, state, outcome, source, flag, reserved_micro_usd, charged_micro_usd, reserved_at, started_at, settled_at, longest_run, submitted_at, length)
        SELECT 'year-' || i, 1, 'ref-' || i, 'p' || (i % 4), 'default', 'p' || (i % 4) || '/default', 'm' || (i % 8), 't' || (i % 16), 'c' || (i % 8), json_array('style:' || (i % 5), 'trend:' || (i % 8)), 'Charged',
               CASE WHEN i % 20 = 0 THEN 'Failed' ELSE 'Succeeded' END, 'Vendor', CASE WHEN i % 1000 = 0 THEN 'odd' END, 0, 500000, at, at, at + 90000000, 7200000000, at, 5000000
        FROM spread ORDER BY at;
        INSERT INTO ledger_entries (at, job_id, attempt, kind, amount_micro_usd) SELECT at, 'year-' || i, 1, kind, 500000 FROM spread, (SELECT 'Reserved' AS kind UNION ALL SELECT 'Charged') ORDER BY at;
        DROP TABLE spread;
        COMMIT;
        ANALYZE;
        """;
}
