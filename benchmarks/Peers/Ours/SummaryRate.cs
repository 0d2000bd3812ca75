using Microsoft.Data.Sqlite;
using Npgsql;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Peers.Ours;

/// <summary>How many summaries of the last 30 days a ledger gives in a second that has a million entries of a year, beside the best of some statements that a person would write for the same sums.</summary>
internal static class SummaryRate
{
    private const int Rounds = 20;

    private static LedgerSpan LastThirtyDays
    {
        get
        {
            var until = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
            return new LedgerSpan { From = until.AddDays(-30), Until = until, Zone = TimeZoneInfo.Utc };
        }
    }

    public static async Task<Rate> OursAsync(ICostStore costs)
    {
        await costs.SummariseAsync(LastThirtyDays);
        return await Rate.OfAsync(Rounds, 1, async _ =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                await costs.SummariseAsync(LastThirtyDays);
            }
        });
    }

    public static async Task<Rate> PostgreSqlByHandAsync(LocalServer server, ICostStore costs)
    {
        await FillAsync(costs, () => server.RunAsync(YearOfLines.PostgreSql));
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Search Path=" + YearOfLines.Schema);
        await connection.OpenAsync();
        var span = LastThirtyDays;
        var best = default(Rate);
        foreach (var sql in SummaryStatements.PostgreSql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue("from", span.From);
            command.Parameters.AddWithValue("until", span.Until);
            await command.PrepareAsync();
            best = Better(best, await TimeAsync(async () =>
            {
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new object[reader.FieldCount];
                while (await reader.ReadAsync())
                {
                    reader.GetValues(rows);
                }
            }));
        }

        return best;
    }

    public static async Task<Rate> SqliteByHandAsync(string path, ICostStore costs)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        await FillAsync(costs, () =>
        {
            using var fill = new SqliteCommand(YearOfLines.Sqlite, connection);
            fill.ExecuteNonQuery();
            return Task.CompletedTask;
        });
        var span = LastThirtyDays;
        var best = default(Rate);
        foreach (var sql in SummaryStatements.Sqlite)
        {
            await using var command = new SqliteCommand(sql, connection);
            command.Parameters.AddWithValue("$from", Microseconds(span.From));
            command.Parameters.AddWithValue("$until", Microseconds(span.Until));
            best = Better(best, await TimeAsync(() =>
            {
                using var reader = command.ExecuteReader();
                var rows = new object[reader.FieldCount];
                while (reader.Read())
                {
                    reader.GetValues(rows);
                }

                return Task.CompletedTask;
            }));
        }

        return best;
    }

    // The first call makes the tables; a second run of one command finds them filled.
    private static async Task FillAsync(ICostStore costs, Func<Task> fill)
    {
        if ((await costs.SummariseAsync(LastThirtyDays)).Total.Attempts == 0)
        {
            await fill();
        }
    }

    private static async Task<Rate> TimeAsync(Func<Task> once)
    {
        await once();
        return await Rate.OfAsync(Rounds, 1, async _ =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                await once();
            }
        });
    }

    private static Rate Better(Rate one, Rate other) => other.PerSecond > one.PerSecond ? other : one;

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
