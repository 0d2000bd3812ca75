using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Benchmarks.Queue;

/// <summary>Make, claim and complete in SQLite with as many callers at once as there are jobs, beside bare statements in three commits that do the same to one narrow row each.</summary>
[MemoryDiagnoser]
public class SqliteQueueBenchmarks
{
    private const int Jobs = 64;

    private readonly string folder = Directory.CreateTempSubdirectory("videogen-benchmark-").FullName;
    private ServiceProvider services = null!;
    private IJobStore store = null!;
    private SqliteConnection raw = null!;
    private int made;

    [GlobalSetup]
    public async Task Open()
    {
        services = new ServiceCollection().AddVideoGeneration().UseSqlite(Path.Combine(folder, "videogen.db")).Services.BuildServiceProvider();
        store = services.GetRequiredService<IJobStore>();
        await store.RegisterOwnerAsync(QueueJob.Owner("a"));
        raw = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        raw.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE raw (id INTEGER PRIMARY KEY, state TEXT NOT NULL, payload BLOB NOT NULL); CREATE INDEX raw_ready ON raw (id) WHERE state = 'Queued'; CREATE INDEX raw_running ON raw (id) WHERE state = 'Running'");
    }

    [GlobalCleanup]
    public async Task Close()
    {
        await raw.DisposeAsync();
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Jobs)]
    public async Task Store()
    {
        await Task.WhenAll(Enumerable.Range(0, Jobs).Select(_ => store.CreateAsync(new NewJob { Job = QueueJob.Of(++made), Fingerprint = "v1:none" })));
        var claims = await Task.WhenAll(Enumerable.Range(0, Jobs).Select(_ => store.ClaimAsync(new JobClaim { OwnerId = "a", Max = 1 })));
        await Task.WhenAll(claims.SelectMany(claim => claim).Select(stored => store.SaveAsync(stored.Job with { State = VideoState.Succeeded }, stored.Stamp)));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Jobs)]
    public void Bare_statements()
    {
        Each("INSERT INTO raw (state, payload) VALUES ('Queued', zeroblob(700))");
        Each("UPDATE raw SET state = 'Running' WHERE id = (SELECT id FROM raw WHERE state = 'Queued' ORDER BY id LIMIT 1)");
        Each("UPDATE raw SET state = 'Succeeded' WHERE id = (SELECT id FROM raw WHERE state = 'Running' LIMIT 1)");
    }

    private void Each(string sql)
    {
        Run("BEGIN IMMEDIATE");
        using (var command = raw.CreateCommand())
        {
            command.CommandText = sql;
            for (var i = 0; i < Jobs; i++)
            {
                command.ExecuteNonQuery();
            }
        }

        Run("COMMIT");
    }

    private void Run(string sql)
    {
        using var command = raw.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
