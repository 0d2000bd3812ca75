using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.AspNetCore.Webhooks;
using VideoGen.Sdk.Workflow;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Maps the routes that vendors report to.</summary>
public static partial class WebhookRouteExtensions
{
    /// <summary>Maps <c>POST {pattern}/{provider}/{account}/{clientReference}</c> for the address of each job and <c>POST {pattern}/{provider}/{account}</c> for endpoints registered once at the
    /// vendor, and answers OPTIONS on both. They are open to anonymous callers, because the signature is what is trusted; add rate limits and the like to what is returned.</summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">Where the routes begin. Default <c>/videogen/webhooks</c>.</param>
    /// <exception cref="InvalidOperationException"><c>AddVideoGeneration()</c> was not called.</exception>
    public static IEndpointConventionBuilder MapVideoWebhooks(this IEndpointRouteBuilder endpoints, string pattern = "/videogen/webhooks")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("VideoGen.Sdk.AspNetCore.Webhooks");
        var callbacks = services.GetService<IVideoCallbacks>()
            ?? throw new InvalidOperationException("MapVideoWebhooks() needs the services of video generation. Call builder.Services.AddVideoGeneration().AddWebhooks() before the app is built.");
        if (services.GetService<MappedRoutes>() is { } routes)
        {
            routes.Add(pattern);
        }
        else
        {
            LogNotAdded(logger);
        }

        var door = new WebhookDoor(callbacks, services.GetService<TimeProvider>() ?? TimeProvider.System, logger);
        var group = endpoints.MapGroup(pattern);
        foreach (var route in (string[])["/{provider}/{account}/{clientReference}", "/{provider}/{account}"])
        {
            group.MapMethods(route, [HttpMethods.Post], door.AnswerPostAsync);
            group.MapMethods(route, [HttpMethods.Options], WebhookDoor.AnswerOptionsAsync);
        }

        return group.AllowAnonymous().ExcludeFromDescription();
    }

    [LoggerMessage(1513, LogLevel.Warning, "MapVideoWebhooks() was called without AddWebhooks(): Ed25519 signatures cannot be checked here, so fal's webhooks are hints only.")]
    private static partial void LogNotAdded(ILogger logger);
}
