using System.Collections.Specialized;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace VideoGen.Sdk.Peers.Others;

/// <summary>Quartz.NET with twenty threads and batches of twenty triggers.</summary>
internal static class QuartzPeer
{
    private static readonly Countdown Left = new();

    public static Task<Rate> DrainInMemoryAsync(int jobs) => DrainAsync([], jobs);

    public static Task<Rate> DrainPostgreSqlAsync(LocalServer server, int jobs) => DrainAsync(
            new NameValueCollection
            {
                ["quartz.jobStore.type"] = "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz",
                ["quartz.jobStore.driverDelegateType"] = "Quartz.Impl.AdoJobStore.PostgreSQLDelegate, Quartz",
                ["quartz.jobStore.dataSource"] = "peers",
                ["quartz.jobStore.schemaProvisioning"] = "CreateIfMissing",
                ["quartz.jobStore.clustered"] = "true",
                ["quartz.jobStore.acquireTriggersWithinLock"] = "true",
                ["quartz.dataSource.peers.provider"] = "Npgsql",
                ["quartz.dataSource.peers.connectionString"] = server.ConnectionString,
                ["quartz.serializer.type"] = "stj",
            },
            jobs);

    private static async Task<Rate> DrainAsync(NameValueCollection settings, int jobs)
    {
        settings["quartz.scheduler.instanceName"] = "peers";
        settings["quartz.scheduler.instanceId"] = "AUTO";
        settings["quartz.threadPool.maxConcurrency"] = "20";
        settings["quartz.scheduler.batchTriggerAcquisitionMaxCount"] = "20";
        await using var services = new ServiceCollection().AddLogging().AddQuartz(settings, _ => { }).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var batch = new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>();
        for (var i = 0; i < jobs; i++)
        {
            batch.Add(JobBuilder.Create<NoOpJob>().WithIdentity(i.ToString(CultureInfo.InvariantCulture)).Build(), [TriggerBuilder.Create().StartNow().Build()]);
        }

        await scheduler.ScheduleJobs(batch);
        var all = Left.Begin(jobs);
        var rate = await Rate.OfAsync(jobs, 1, async _ =>
        {
            await scheduler.Start();
            await all;
        });
        await scheduler.Shutdown(waitForJobsToComplete: false);
        return rate;
    }

    private sealed class NoOpJob : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            Left.Done();
            return ValueTask.CompletedTask;
        }
    }
}
