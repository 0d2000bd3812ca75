using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Peers.Ours;

/// <summary>The least that SQLite can be asked for: the claims and completions of so many callers in one commit, one indexed row each, payload and nothing else.</summary>
internal static class RawSqlite
{
    public static Task<Rate> DrainAsync(string path, int jobs, int batch) => Task.Run(async () =>
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE raw (id INTEGER PRIMARY KEY, state TEXT NOT NULL, payload BLOB NOT NULL); CREATE INDEX raw_ready ON raw (id) WHERE state = 'Queued'");
        Run(connection, $"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {jobs}) INSERT INTO raw SELECT i, 'Queued', zeroblob(700) FROM n");
        using var claim = Command(connection, "UPDATE raw SET state = 'Running' WHERE id = (SELECT id FROM raw WHERE state = 'Queued' ORDER BY id LIMIT 1) RETURNING id, payload");
        using var complete = Command(connection, "UPDATE raw SET state = 'Succeeded', payload = $payload WHERE id = $id");
        using var begin = Command(connection, "BEGIN IMMEDIATE");
        using var commit = Command(connection, "COMMIT");
        var payload = complete.Parameters.Add("$payload", SqliteType.Blob);
        var id = complete.Parameters.Add("$id", SqliteType.Integer);
        return await Rate.OfAsync(jobs, 1, _ =>
        {
            for (var done = 0; done < jobs; done += batch)
            {
                var claimed = new List<(long Id, byte[] Payload)>();
                begin.ExecuteNonQuery();
                for (var i = 0; i < batch; i++)
                {
                    using var row = claim.ExecuteReader();
                    row.Read();
                    claimed.Add((row.GetInt64(0), row.GetFieldValue<byte[]>(1)));
                }

                commit.ExecuteNonQuery();
                begin.ExecuteNonQuery();
                foreach (var job in claimed)
                {
                    (id.Value, payload.Value) = (job.Id, job.Payload);
                    complete.ExecuteNonQuery();
                }

                commit.ExecuteNonQuery();
            }

            return Task.CompletedTask;
        });
    });

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
