using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CostReport.Demo;

/// <summary>The made-up year as rows of a SQLite file, in one transaction.</summary>
internal static class SqliteDemo
{
    public static long Write(string path, IEnumerable<DemoAttempt> attempts)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA cache_size=-65536";
        pragma.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var line = Command(connection, "attempt_lines", "job_id", "attempt", "client_reference", "provider", "account", "account_id", "model", "tenant", "campaign", "tags", "state", "outcome",
            "source", "flag", "reserved_micro_usd", "charged_micro_usd", "reserved_at", "started_at", "settled_at", "longest_run", "submitted_at", "place_until", "length");
        using var entry = Command(connection, "ledger_entries", "at", "job_id", "attempt", "kind", "amount_micro_usd", "source", "reason");
        using var engagement = Command(connection, "engagement", "job_id", "platform", "measured_at", "made_at", "provider", "tags", "views", "likes", "comments", "shares", "follows", "clicks", "sales");
        var entries = 0L;
        foreach (var each in attempts)
        {
            var (begin, end, tags) = (Micros(each.ReservedAt), Micros(each.EndedAt), JsonSerializer.Serialize(each.Tags, DemoJsonContext.Default.StringArray));
            var isOpen = each.Outcome is null;
            var source = each.State == "Charged" ? "Vendor" : null;
            Run(line, each.JobId, each.Number, each.ClientReference, each.Provider, "default", each.Provider + "/default", each.Model, each.Tenant, each.Campaign, tags, each.State, each.Outcome,
                source, each.Flag, isOpen ? Micros(each.EstimateUsd) : 0L, Micros(each.ChargedUsd), begin, begin, isOpen ? null : end, 7_200_000_000L, begin, isOpen ? begin + 7_200_000_000L : null, each.Seconds * 1_000_000L);
            Run(entry, begin, each.JobId, each.Number, "Reserved", Micros(each.EstimateUsd), null, null);
            Run(entry, end, each.JobId, each.Number, each.Ending.Kind, Micros(each.Ending.AmountUsd), source, each.Flag);
            entries += 2;
            if (each.Views is { } views)
            {
                Run(engagement, each.JobId, "instagram/reels", end, begin, each.Provider, tags, views, views / 22, views / 410, views / 160, views / 900, views / 300, views / 9000);
            }
        }

        transaction.Commit();
        return entries;
    }

    private static SqliteCommand Command(SqliteConnection connection, string table, params string[] columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "$" + column))})";
        foreach (var column in columns)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private static long Micros(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static long Micros(decimal usd) => (long)(usd * 1_000_000m);
}
