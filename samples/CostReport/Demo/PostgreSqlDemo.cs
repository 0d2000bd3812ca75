using Npgsql;
using NpgsqlTypes;
using VideoGen.Sdk.PostgreSql;

namespace CostReport.Demo;

/// <summary>The made-up year as rows of a PostgreSQL schema.</summary>
internal static class PostgreSqlDemo
{
    private const int BatchSize = 500;

    private const string Line =
        "INSERT INTO attempt_lines (job_id, attempt, client_reference, provider, account, account_id, model, tenant, campaign, tags, state, outcome, source, flag, reserved_usd, charged_usd, "
        + "reserved_at, started_at, settled_at, longest_run, submitted_at, place_until, length) "
        + "VALUES ($1, $2, $1 || '-' || $2, $3, 'default', $3 || '/default', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, interval '2 hours', $14, $16, make_interval(secs => $17))";

    private const string Entry = "INSERT INTO ledger_entries (at, job_id, attempt, kind, amount_usd, source, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)";

    private const string Engagement =
        "INSERT INTO engagement (job_id, platform, measured_at, made_at, provider, tags, views, likes, comments, shares, follows, clicks, sales) "
        + "VALUES ($1, 'instagram/reels', $2, $3, $4, $5, $6, $6 / 22, $6 / 410, $6 / 160, $6 / 900, $6 / 300, $6 / 9000)";

    public static async Task<long> WriteAsync(string connectionString, IEnumerable<DemoAttempt> attempts)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = new PostgreSqlOptions().Schema };
        await using var source = NpgsqlDataSource.Create(place);
        await using var connection = await source.OpenConnectionAsync();
        var entries = 0L;
        foreach (var chunk in attempts.Chunk(BatchSize))
        {
            // Each batch commits: the ledger's running totals are a few rows, and in one long transaction each change of them would walk over all former ones.
            await using var batch = new NpgsqlBatch(connection);
            foreach (var each in chunk)
            {
                Add(batch, each);
            }

            await batch.ExecuteNonQueryAsync();
            entries += chunk.Length * 2;
        }

        return entries;
    }

    private static void Add(NpgsqlBatch batch, DemoAttempt each)
    {
        var (begin, end) = (each.ReservedAt.UtcDateTime, each.EndedAt.UtcDateTime);
        var isOpen = each.Outcome is null;
        var source = each.State == "Charged" ? "Vendor" : null;
        Command(batch, Line, each.JobId, each.Number, each.Provider, each.Model, each.Tenant, each.Campaign, each.Tags, each.State, Text(each.Outcome), Text(source), Text(each.Flag),
            isOpen ? each.EstimateUsd : 0m, each.ChargedUsd, begin, Time(isOpen ? null : end), Time(isOpen ? begin.AddHours(2) : null), (double)each.Seconds);
        Command(batch, Entry, begin, each.JobId, each.Number, "Reserved", each.EstimateUsd, Text(null), Text(null));
        Command(batch, Entry, end, each.JobId, each.Number, each.Ending.Kind, each.Ending.AmountUsd, Text(source), Text(each.Flag));
        if (each.Views is { } views)
        {
            Command(batch, Engagement, each.JobId, end, begin, each.Provider, each.Tags, views);
        }
    }

    private static void Command(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Text(string? text) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = text is null ? DBNull.Value : text };

    private static NpgsqlParameter Time(DateTime? time) => new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = time is null ? DBNull.Value : time };
}
