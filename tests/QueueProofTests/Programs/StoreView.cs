using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.QueueProofTests.Programs;

/// <summary>The same store through the library: jobs as they were saved, and a door for requests that the sample has no words for.</summary>
internal sealed class StoreView : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public StoreView(ProofStore store)
    {
        string[] vendors = ["kling", "fal"];
        var keys = vendors.Select(vendor => new KeyValuePair<string, string?>($"VideoGeneration:Providers:{vendor}:ApiKey", "sandbox-needs-no-key"));
        var builder = new ServiceCollection().AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(keys).Build());
        builder.UseAssetFolder("assets", isShared: true);
        store.Use(builder);
        services = builder.Services.BuildServiceProvider();
    }

    public IJobStore Jobs => services.GetRequiredService<IJobStore>();

    /// <summary>Leaves one video to the workers, for this vendor alone.</summary>
    public async Task<string> EnqueueAsync(string vendor) => (await services.GetRequiredService<IVideoQueue>().EnqueueAsync(
        new VideoRequest { Prompt = "A lighthouse keeper paints at dusk", Duration = TimeSpan.FromSeconds(5), PreferredProviders = [vendor], OnlyPreferredProviders = true })).JobId;

    public async Task<IReadOnlyList<VideoJob>> AllAsync()
    {
        var all = new List<VideoJob>();
        while (true)
        {
            var page = await Jobs.ListAsync(new JobQuery { BeforeId = all.Count == 0 ? null : all[^1].Id, Limit = 500 });
            if (page.Count == 0)
            {
                return all;
            }

            all.AddRange(page.Select(stored => stored.Job));
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
