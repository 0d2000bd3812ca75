using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Workflow.World;

/// <summary>What outlives processes: the clock, the stores, the vendors. Processes start over it and may die.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("videogen-tests-").FullName;
    private readonly List<(ScriptedVideoProvider Provider, ProviderAccountOptions Account)> providers = [];
    private readonly List<TestProcess> processes = [];
    private readonly ServiceProvider stores;

    public TestWorld(bool isDurable = false)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        var builder = services.AddVideoGeneration();
        if (isDurable)
        {
            builder.UseSqlite(Path.Combine(folder, "videogen.db"));
        }

        stores = services.BuildServiceProvider();
        Jobs = stores.GetRequiredService<IJobStore>();
        Costs = stores.GetRequiredService<ICostStore>();
        Assets = new FileSystemAssetStore(folder);
    }

    public SteppedClock Clock { get; } = new(Start);

    public IJobStore Jobs { get; }

    public ICostStore Costs { get; }

    public IAssetStore Assets { get; }

    /// <summary>The first vendor added.</summary>
    public ScriptedVendor Vendor => providers[0].Provider.Vendor;

    public IEnumerable<ScriptedVendor> Vendors => providers.Select(p => p.Provider.Vendor);

    public IEnumerable<ScriptedJob> RemoteJobs => Vendors.SelectMany(v => v.Jobs);

    /// <summary>The provider of an account.</summary>
    public ScriptedVideoProvider Provider(string account) => providers.Single(p => p.Provider.Descriptor.Account == account).Provider;

    /// <summary>The options of an account; a change counts at once.</summary>
    public ProviderAccountOptions Account(string account) => providers.Single(p => p.Provider.Descriptor.Account == account).Account;

    /// <summary>Adds an account at a vendor of its own.</summary>
    public ScriptedVideoProvider Add(ScriptedProviderOptions? options = null, Action<ProviderAccountOptions>? account = null)
    {
        var accountOptions = new ProviderAccountOptions { Priority = providers.Count };
        account?.Invoke(accountOptions);
        var provider = new ScriptedVideoProvider(options ?? new ScriptedProviderOptions(), new ScriptedVendor(Clock), Clock);
        providers.Add((provider, accountOptions));
        return provider;
    }

    /// <summary>Starts a process over the stores of this world.</summary>
    public TestProcess StartProcess(ChaosProcess? chaos = null, Action<IServiceCollection>? configure = null)
    {
        chaos ??= new ChaosProcess();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IJobStore>(new ChaosJobStore(Jobs, chaos));
        services.AddSingleton<ICostStore>(new ChaosCostStore(Costs, chaos));
        services.AddSingleton<IAssetStore>(new ChaosAssetStore(Assets, chaos));
        var builder = services.AddVideoGeneration();

        // No vendors but this world's own: a key in the environment of whoever runs the tests must reach nobody.
        services.Replace(ServiceDescriptor.Singleton(p => new ProviderRegistry(p.GetServices<ProviderRegistration>().Where(r => r.Provider is ScriptedVideoProvider))));
        foreach (var (provider, account) in providers)
        {
            builder.AddScripted(provider, account);
        }

        configure?.Invoke(services);
        var process = new TestProcess(this, services.BuildServiceProvider(), chaos);
        processes.Add(process);
        return process;
    }

    /// <inheritdoc cref="SteppedClock.DriveAsync{T}"/>
    public Task<T> DriveAsync<T>(Task<T> work, params Task[] others) => Clock.DriveAsync(work, others);

    /// <inheritdoc cref="SteppedClock.DriveToAsync"/>
    public Task DriveToAsync(Task point, params Task[] works) => Clock.DriveToAsync(point, works);

    /// <summary>Enough for any lease to run out that nobody renews.</summary>
    public void LetLeasesLapse() => Clock.Pass(TimeSpan.FromSeconds(31));

    public async Task<VideoJob> OnlyJobAsync() => Assert.Single(await Jobs.ListAsync(new JobQuery())).Job;

    public async Task<StoredJob> OnlyStoredAsync() => Assert.Single(await Jobs.ListAsync(new JobQuery()));

    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync() => await Costs.EntriesAsync(new LedgerQuery()).ToListAsync();

    public async Task<IReadOnlyList<SubmissionRecord>> OutcomesAsync() => await Jobs.GetOutcomesAsync((await OnlyJobAsync()).Id, 1);

    public async Task<IReadOnlyList<AttemptLine>> LinesAsync() => await Costs.ListAsync(new LedgerQuery()).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        processes.ForEach(process => process.Chaos.Die());
        foreach (var process in processes)
        {
            // A process that ends goes on for a while to write down what was paid for: that takes time, and nobody else lets it pass here.
            await Clock.DriveToEndAsync(process.DisposeAsync().AsTask());
        }

        await stores.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
