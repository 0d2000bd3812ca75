using Npgsql;

namespace VideoGen.Sdk.Peers.Ours;

/// <summary>The least that a queue on PostgreSQL can ask for: a batch is claimed with SKIP LOCKED in one statement and completed in another, each a commit of its own.</summary>
internal static class RawPostgreSql
{
    private static string Table(int jobs) => FormattableString.Invariant(
        $"""
        DROP TABLE IF EXISTS raw_jobs;
        CREATE TABLE raw_jobs (id bigint PRIMARY KEY, state text NOT NULL, payload bytea NOT NULL);
        INSERT INTO raw_jobs SELECT i, 'Queued', decode(repeat('5a', 700), 'hex') FROM generate_series(1, {jobs}) i;
        CREATE INDEX ON raw_jobs (id) WHERE state = 'Queued';
        ANALYZE raw_jobs
        """);

    private const string Claim =
        "UPDATE raw_jobs SET state = 'Running' WHERE id = ANY (ARRAY(SELECT id FROM raw_jobs WHERE state = 'Queued' ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)) RETURNING id, payload";

    public static async Task<Rate> DrainAsync(LocalServer server, int jobs, int callers, int batch)
    {
        await server.RunAsync(Table(jobs));
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        return await Rate.OfAsync(jobs, callers, async _ =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var claim = new NpgsqlCommand(Claim, connection) { Parameters = { new NpgsqlParameter { Value = batch } } };
            await using var complete = new NpgsqlCommand("UPDATE raw_jobs SET state = 'Succeeded' WHERE id = ANY ($1)", connection) { Parameters = { new NpgsqlParameter { Value = Array.Empty<long>() } } };
            await claim.PrepareAsync();
            await complete.PrepareAsync();
            while (true)
            {
                var ids = new List<long>();
                await using (var rows = await claim.ExecuteReaderAsync())
                {
                    while (await rows.ReadAsync())
                    {
                        ids.Add(rows.GetInt64(0));
                        rows.GetFieldValue<byte[]>(1);
                    }
                }

                if (ids.Count == 0)
                {
                    return;
                }

                complete.Parameters[0].Value = ids.ToArray();
                await complete.ExecuteNonQueryAsync();
            }
        });
    }
}
