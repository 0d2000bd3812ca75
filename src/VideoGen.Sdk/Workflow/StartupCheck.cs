using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Before the first job: validates the configuration, all faults at once, and says what this set-up cannot promise.</summary>
internal sealed partial class StartupCheck(
    ConfigurationFaults configuration, ProviderRegistry registry, IOptions<RoutingOptions> routing, IOptionsMonitor<CallbackOptions> callbacks, IJobStore store, IMediaProcessor media, IAssetStore assets, ILogger<StartupCheck> logger) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile bool isDone;
    private volatile bool isStorable;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (isDone)
        {
            return;
        }

        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!isDone)
            {
                await CheckAsync(cancellationToken).ConfigureAwait(false);
                isDone = true;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Writes a first asset before money is spent on a video that has nowhere to go.</summary>
    /// <exception cref="AssetStoreException">The asset store cannot be written; the message names the folder.</exception>
    public async Task EnsureStorableAsync(CancellationToken cancellationToken)
    {
        if (isStorable)
        {
            return;
        }

        using var content = new MemoryStream("written at start to see whether videos can be stored"u8.ToArray(), writable: false);
        await assets.SaveAsync(new AssetDescription { Id = "startup-check", ContentType = "text/plain" }, content, cancellationToken).ConfigureAwait(false);
        await assets.DeleteAsync("startup-check", cancellationToken).ConfigureAwait(false);
        isStorable = true;
    }

    public void Dispose() => gate.Dispose();

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        configuration.ThrowIfAny();
        if (store.IsShared && !assets.IsShared)
        {
            throw new InvalidConfigurationException(
                ["VideoGeneration:Assets:IsShared: the job store is one that several machines share, but the asset store is this machine's own, so another machine could not find a paid video. Use a shared asset store, or set it to true if every machine sees the folder."]);
        }

        var paid = registry.All.Where(r => r.Provider.Descriptor.IsPaid && r.Options.Enabled && r.Provider.CheckReadiness().IsReady).Select(r => r.Provider.Descriptor.Id).ToList();
        if (paid.Count > 0 && !store.IsDurable)
        {
            LogNotDurable(string.Join(", ", paid));
        }

        foreach (var name in routing.Value.FallbackProviders)
        {
            if (registry.Named(name) is { Count: > 0 } accounts && accounts.All(a => a.Options.Enabled && !a.Provider.CheckReadiness().IsReady))
            {
                LogFallbackNotReady(name, MissingKey.ReasonOf(accounts[0]) ?? "it is not ready.");
            }
        }

        if (callbacks.CurrentValue.PublicUrl is not null)
        {
            foreach (var account in registry.All.Where(r => r.Options.Enabled && r.Provider.CheckReadiness().IsReady))
            {
                if (account.Callback?.Caveat is { } caveat)
                {
                    LogCaveat(account.Provider.Descriptor.Id, caveat);
                }
            }
        }

        if (media is NullMediaProcessor)
        {
            LogNoMedia();
        }

        var counts = await store.CountAsync(cancellationToken).ConfigureAwait(false);
        var unfinished = counts.Where(c => c.Key is VideoState.Queued or VideoState.Scheduled or VideoState.Running or VideoState.Waiting).Sum(c => c.Value);
        if (unfinished > 0)
        {
            LogUnfinished(unfinished);
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "Paid providers ({Providers}) on in-memory stores: budgets and unfinished videos are forgotten when this process ends. Use UseSqlite() or UsePostgreSql().")]
    private partial void LogNotDurable(string providers);

    [LoggerMessage(1002, LogLevel.Information, "The media package is not registered: files are handed out as vendors make them. AddMedia() fits them to platforms.")]
    private partial void LogNoMedia();

    [LoggerMessage(1004, LogLevel.Warning, "The fallback provider {Provider} is left out: {Reason}")]
    private partial void LogFallbackNotReady(string provider, string reason);

    [LoggerMessage(1005, LogLevel.Warning, "Callbacks of {Account}: {Caveat}")]
    private partial void LogCaveat(string account, string caveat);

    [LoggerMessage(1003, LogLevel.Information, "{Count} unfinished videos are in the store; asking again with their idempotency keys carries them on.")]
    private partial void LogUnfinished(long count);
}
