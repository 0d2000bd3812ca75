// dotnet run --project benchmarks/Peers --configuration Release [-- NAME …]: measures what the names are part of, such as "SQLite" or "Hangfire"; all without a name.
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Peers;
using VideoGen.Sdk.Peers.Others;
using VideoGen.Sdk.Peers.Ours;
using VideoGen.Sdk.Queue;

const int Batch = 50;
var folder = Directory.CreateTempSubdirectory("videogen-peers-").FullName;
var wanted = (Row row) => args.Length == 0 || args.Any(name => $"{row.Store} {row.Name}".Contains(name, StringComparison.OrdinalIgnoreCase));
await using var server = await LocalServer.StartAsync();
await using var services = new ServiceCollection().AddVideoGeneration().UsePostgreSql(server.ConnectionString).Services.BuildServiceProvider();
await using var embedded = new ServiceCollection().AddVideoGeneration().UseSqlite(Path.Combine(folder, "ours.db")).Services.BuildServiceProvider();
var (shared, file) = (new StoreRate(services.GetRequiredService<IJobStore>()), new StoreRate(embedded.GetRequiredService<IJobStore>()));
var costs = services.GetRequiredService<ICostStore>();

// Ledgers of their own, so that what is held elsewhere is not summed here.
await using var summaryServices = new ServiceCollection().AddVideoGeneration().UsePostgreSql(options => (options.ConnectionString, options.Schema) = (server.ConnectionString, YearOfLines.Schema)).Services.BuildServiceProvider();
await using var summaryEmbedded = new ServiceCollection().AddVideoGeneration().UseSqlite(Path.Combine(folder, "summary.db")).Services.BuildServiceProvider();
var (summaryCosts, summaryFile) = (summaryServices.GetRequiredService<ICostStore>(), summaryEmbedded.GetRequiredService<ICostStore>());

Row[] rows =
[
    new("Memory, enqueue and claim", "Channel with a priority queue under a lock", () => RawMemory.EnqueueAndClaimAsync(500_000, callers: 2)),
    new("Memory, enqueue and claim", "ours, claims of 16", () => Memory().CreateAndClaimAsync(500_000, callers: 2, batch: 16)),
    new("Memory, enqueue and claim", "ours, claims of 64", () => Memory().CreateAndClaimAsync(500_000, callers: 2, batch: 64)),
    new("Memory, drain", "ours, claims of 50", () => DrainAsync(Memory(), 100_000, callers: 2, Batch)),
    new("Memory, drain", "Hangfire", () => HangfirePeer.DrainInMemoryAsync(20_000)),
    new("Memory, drain", "Quartz.NET", () => QuartzPeer.DrainInMemoryAsync(20_000)),
    new("SQLite, claim and complete, 16 callers", "raw statements, 16 in a commit", () => RawSqlite.DrainAsync(Path.Combine(folder, "raw.db"), 16_000, batch: 16)),
    new("SQLite, claim and complete, 16 callers", "ours, one at a time each", () => DrainAsync(file, 16_000, callers: 16, batch: 1)),
    new("PostgreSQL, drain, claims of 50", "raw statements, 4 callers", () => RawPostgreSql.DrainAsync(server, 20_000, callers: 4, Batch)),
    new("PostgreSQL, drain, claims of 50", "ours, 4 callers", () => DrainAsync(shared, 20_000, callers: 4, Batch)),
    new("PostgreSQL, drain, claims of 50", "graphile-worker, local queue of 50", () => NodePeer.DrainAsync("graphile.js", server, 20_000, Batch)),
    new("PostgreSQL, drain, claims of 50", "pg-boss, 4 fetchers of 50", () => NodePeer.DrainAsync("boss.js", server, 20_000, Batch)),
    new("PostgreSQL, drain, one job a claim, 16 callers", "raw statements", () => RawPostgreSql.DrainAsync(server, 2_000, callers: 16, batch: 1)),
    new("PostgreSQL, drain, one job a claim, 16 callers", "ours", () => DrainAsync(shared, 2_000, callers: 16, batch: 1)),
    new("PostgreSQL, drain, claims of 50", "Quartz.NET, batches of 20", () => QuartzPeer.DrainPostgreSqlAsync(server, 1_000)),
    new("PostgreSQL, drain, claims of 50", "Hangfire, 20 workers", () => HangfirePeer.DrainPostgreSqlAsync(server, 500)),
    new("PostgreSQL, reservations, 16 callers", "one raw hot row", () => ReservationRate.RawAsync(server, 6_400, callers: 16)),
    new("PostgreSQL, reservations, 16 callers", "ours over 8 limits", () => ReservationRate.HoldAsync(costs, 6_400, callers: 16)),
    new("SQLite, 30-day summary of a million entries", "the best of three statements by hand", () => SummaryRate.SqliteByHandAsync(Path.Combine(folder, "summary.db"), summaryFile)),
    new("SQLite, 30-day summary of a million entries", "ours", () => SummaryRate.OursAsync(summaryFile)),
    new("PostgreSQL, 30-day summary of a million entries", "the best of three statements by hand", () => SummaryRate.PostgreSqlByHandAsync(server, summaryCosts)),
    new("PostgreSQL, 30-day summary of a million entries", "ours", () => SummaryRate.OursAsync(summaryCosts)),
    new("PostgreSQL, reservations, 16 callers", "ours over 8 limits, among a million entries", () => ReservationRate.HoldAmongAMillionAsync(server, costs, 6_400, callers: 16)),
];
if (rows.Any(row => wanted(row) && row.Name.Contains("graphile", StringComparison.Ordinal)))
{
    await NodePeer.PrepareAsync();
}

// The first calls of all pay for what is compiled and opened once.
await Memory().CreateAndClaimAsync(300_000, callers: 2, batch: 16);
await DrainAsync(Memory(), 20_000, callers: 2, Batch);
await DrainAsync(file, 200, callers: 16, batch: 1);
await RawPostgreSql.DrainAsync(server, 4_000, callers: 4, Batch);
await DrainAsync(shared, 4_000, callers: 4, Batch);
await Table.PrintAsync(rows.Where(wanted));
Directory.Delete(folder, recursive: true);

static StoreRate Memory() => new(new InMemoryJobStore(TimeProvider.System));

static async Task<Rate> DrainAsync(StoreRate rate, int jobs, int callers, int batch)
{
    await rate.CreateAsync(jobs, callers: 16);
    return await rate.DrainAsync(jobs, callers, batch);
}
