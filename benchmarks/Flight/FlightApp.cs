using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Flight;

/// <summary>An app with a worker and one scripted vendor, for nobody's money; its limits are lifted so that the machine is the limit.</summary>
internal sealed class FlightApp
{
    private readonly ServiceProvider services;
    private readonly ScriptedVendor vendor;
    private int looks;

    public FlightApp(Store store, SubmitScript fate, int concurrency, Action<IServiceCollection>? more = null)
    {
        vendor = new ScriptedVendor(TimeProvider.System) { Default = fate, OnStatus = () => Task.FromResult(Interlocked.Increment(ref looks)) };
        var collection = new ServiceCollection();
        var videos = collection.AddVideoGeneration();
        store.AddTo(videos);
        videos.UseAssetFolder(Path.Combine(store.Folder, "assets"), isShared: true)
            .AddScripted(new ScriptedVideoProvider(new ScriptedProviderOptions(), vendor, TimeProvider.System), new ProviderAccountOptions { MaxConcurrent = 1_000_000 })
            .AddVideoWorker(worker => worker.Concurrency = concurrency);

        // A key in the environment of whoever measures must reach nobody.
        collection.Replace(ServiceDescriptor.Singleton(p => new ProviderRegistry(p.GetServices<ProviderRegistration>().Where(r => r.Provider is ScriptedVideoProvider))));
        collection.Configure<BudgetOptions>(budget => budget.Unlimited = true);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
        Queue = services.GetRequiredService<IVideoQueue>();
    }

    public IVideoQueue Queue { get; }

    /// <summary>Status requests so far.</summary>
    public int Looks => Volatile.Read(ref looks);

    public async Task EnqueueAsync(int jobs)
    {
        foreach (var batch in Enumerable.Range(0, jobs).Select(n => new VideoRequest { Prompt = $"a lighthouse in the rain, take {n}" }).Chunk(500))
        {
            await Queue.EnqueueAsync(batch);
        }
    }

    /// <summary>Makes accepted jobs like the one there is, at the store and at the vendor.</summary>
    public async Task LikeTheFirstAsync(int jobs)
    {
        var first = (await Queue.ListAsync(new JobQuery())).Single();
        var (attempt, body) = (first.CurrentAttempt!, vendor.Jobs.Single().Body);
        var store = services.GetRequiredService<IJobStore>();
        await Parallel.ForEachAsync(Enumerable.Range(0, jobs), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, cancellationToken) =>
        {
            var remote = vendor.Accept(body with { ClientReference = $"like-{n}" });
            var like = first.WithAttempt(attempt with { ClientReference = remote.ClientReference, RemoteId = remote.RemoteId }) with { Id = $"like-{n}", Request = first.Request with { Prompt = $"take {n}" } };
            await store.CreateAsync(new NewJob { Job = like, Fingerprint = "v1:none" }, cancellationToken);
        });
    }

    public Task StartAsync() => Task.WhenAll(services.GetServices<IHostedService>().Select(hosted => hosted.StartAsync(CancellationToken.None)));

    /// <summary>Waits until so many jobs are in this state.</summary>
    public async Task UntilAsync(VideoState state, int jobs)
    {
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        while ((await Queue.CountAsync()).GetValueOrDefault(state) < jobs)
        {
            await next.WaitForNextTickAsync();
        }
    }
}
