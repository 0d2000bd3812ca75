using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Npgsql;

namespace VideoGen.Sdk.Peers.Others;

/// <summary>Hangfire, which fetches and completes one job at a time, with twenty workers.</summary>
internal static class HangfirePeer
{
    private static readonly Countdown Left = new();

    public static void NoOp() => Left.Done();

    public static Task<Rate> DrainInMemoryAsync(int jobs) => DrainAsync(new InMemoryStorage(), jobs);

    public static Task<Rate> DrainPostgreSqlAsync(LocalServer server, int jobs) => DrainAsync(
        new PostgreSqlStorage(new Connections(server.ConnectionString), Settings), jobs);

    private static PostgreSqlStorageOptions Settings { get; } = new() { QueuePollInterval = TimeSpan.FromMilliseconds(50), EnableTransactionScopeEnlistment = false };

    private static async Task<Rate> DrainAsync(JobStorage storage, int jobs)
    {
        var client = new BackgroundJobClient(storage);
        for (var i = 0; i < jobs; i++)
        {
            client.Enqueue(() => NoOp());
        }

        var all = Left.Begin(jobs);
        return await Rate.OfAsync(jobs, 1, async _ =>
        {
            using var server = new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = 20, SchedulePollingInterval = TimeSpan.FromMinutes(1) }, storage);
            await all;
            server.SendStop();
        });
    }

    private sealed class Connections(string connectionString) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => new(connectionString);
    }
}
