using Npgsql;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Peers.Ours;

/// <summary>How many reservations a second the ledger takes, each against eight limits in USD, beside the one row that any such ledger has to change.</summary>
internal static class ReservationRate
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.Utc;

    /// <summary>One row that every caller adds to, each addition a transaction of its own with default durability: what a counter costs at the least.</summary>
    public static async Task<Rate> RawAsync(LocalServer server, int items, int callers)
    {
        await server.RunAsync("DROP TABLE IF EXISTS hot; CREATE TABLE hot (id integer PRIMARY KEY, n bigint NOT NULL) WITH (fillfactor = 50); INSERT INTO hot VALUES (1, 0)");
        return await Rate.OfAsync(items, callers, async _ =>
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("UPDATE hot SET n = n + 1 WHERE id = 1", connection);
            for (var i = 0; i < items / callers; i++)
            {
                await command.ExecuteNonQueryAsync();
            }
        });
    }

    public static async Task<Rate> HoldAsync(ICostStore costs, int items, int callers)
    {
        // The first ones pay for the schema, the plans and the connections.
        await RunAsync(costs, 800, callers);
        return await RunAsync(costs, items, callers);
    }

    public static async Task<Rate> HoldAmongAMillionAsync(LocalServer server, ICostStore costs, int items, int callers)
    {
        await RunAsync(costs, callers, callers);
        await FillAsync(server, 500_000);
        return await HoldAsync(costs, items, callers);
    }

    private static Task<Rate> RunAsync(ICostStore costs, int items, int callers) => Rate.OfAsync(items, callers, async caller =>
    {
        for (var i = 0; i < items / callers; i++)
        {
            var request = Request($"{Guid.NewGuid():N}", caller);
            if (await costs.HoldAsync(request) is not HoldResult.Held)
            {
                throw new InvalidOperationException("A hold was refused that fits.");
            }
        }
    });

    /// <summary>A year of lines and two entries each, as settled attempts leave them.</summary>
    private static Task FillAsync(LocalServer server, int lines) => server.RunAsync(
        $"""
        SET search_path = videogen;
        SET session_replication_role = replica;
        INSERT INTO attempt_lines (job_id, attempt, client_reference, provider, account, account_id, model, tenant, campaign, tags, state, outcome, source, reserved_usd, charged_usd, reserved_at, started_at, settled_at, longest_run, submitted_at)
        SELECT 'old-' || n, 1, 'ref-' || n, 'kling', 'a' || n % 4, 'kling/a' || n % 4, 'm', 't' || n % 16, 'c' || n % 8, ARRAY[]::text[], 'Charged', 'Succeeded', 'Vendor', 0, 0.5,
               now() - interval '365 days' * n / {lines}, now() - interval '365 days' * n / {lines}, now(), interval '2 hours', now() - interval '365 days' * n / {lines}
        FROM generate_series(1, {lines}) AS n;
        INSERT INTO ledger_entries (at, job_id, attempt, kind, amount_usd)
        SELECT now() - interval '365 days' * n / {lines}, 'old-' || n, 1, kind, 0.5 FROM generate_series(1, {lines}) AS n, (VALUES ('Reserved'), ('Charged')) AS k (kind);
        SET session_replication_role = DEFAULT;
        DELETE FROM limit_meters;
        ANALYZE;
        """);

    private static HoldRequest Request(string job, int caller)
    {
        var (account, tenant, campaign) = ($"a{caller % 4}", $"t{caller}", $"c{caller % 8}");
        LimitScope[] scopes = [LimitScope.All, LimitScope.Account($"kling/{account}"), LimitScope.Tenant(tenant), LimitScope.Campaign(campaign)];
        return new HoldRequest
        {
            Key = new AttemptKey(job, 1),
            ClientReference = "ref-" + job,
            EstimateUsd = 0.5m,
            Provider = "kling",
            Account = account,
            Model = "m",
            Tenant = tenant,
            Campaign = campaign,
            Limits = [.. scopes.SelectMany(scope => new Limit[]
            {
                new() { Name = "day", Scope = scope, Window = new LimitWindow.Day(Zone), Unit = LimitUnit.Usd, Amount = 100_000_000m },
                new() { Name = "month", Scope = scope, Window = new LimitWindow.Month(Zone), Unit = LimitUnit.Usd, Amount = 100_000_000m },
            })],
        };
    }
}
