using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.AspNetCore.Webhooks;

/// <summary>Says after the start when one half of the set-up is missing: then nothing fails, and every video silently waits for its next poll.</summary>
internal sealed partial class RouteCheck(MappedRoutes routes, IOptions<CallbackOptions> options, ILogger<RouteCheck> logger) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // The query and the user name of an address may be secrets; its path is not.
        switch (options.Value.PublicUrl?.AbsolutePath)
        {
            case { } path when routes.Patterns.Count == 0:
                LogNoRoute(path);
                break;
            case null when routes.Patterns.Count > 0:
                LogNoPublicUrl(string.Join(", ", routes.Patterns));
                break;
            case { } path when !routes.Patterns.Any(pattern => path.TrimEnd('/').EndsWith(pattern.Trim('/'), StringComparison.OrdinalIgnoreCase)):
                LogElsewhere(path, string.Join(", ", routes.Patterns));
                break;
            default:
                break;
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1521, LogLevel.Warning, "VideoGeneration:Webhooks:PublicUrl (path {Path}) is told to vendors, but this app maps no route for it. Call MapVideoWebhooks(), or take the key out.")]
    private partial void LogNoRoute(string path);

    [LoggerMessage(1522, LogLevel.Warning, "Webhooks are mapped at {Patterns}, but VideoGeneration:Webhooks:PublicUrl is not set: vendors are given no address with a request, and only endpoints registered by hand are heard.")]
    private partial void LogNoPublicUrl(string patterns);

    [LoggerMessage(1523, LogLevel.Warning, "VideoGeneration:Webhooks:PublicUrl has the path {Path}, but webhooks are mapped at {Patterns}. Unless a proxy rewrites the path, no delivery arrives.")]
    private partial void LogElsewhere(string path, string patterns);
}
