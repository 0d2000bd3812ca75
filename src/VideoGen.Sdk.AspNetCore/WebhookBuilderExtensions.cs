using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using VideoGen.Sdk;
using VideoGen.Sdk.AspNetCore.Webhooks;
using VideoGen.Sdk.Providers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what webhooks need.</summary>
public static class WebhookBuilderExtensions
{
    /// <summary>Lets this app verify Ed25519 signatures, without which fal's webhooks are hints only, and says after the start when address and routes do not fit. Map the routes with
    /// <see cref="WebhookRouteExtensions.MapVideoWebhooks"/> and give vendors the address with <c>VideoGeneration:Webhooks:PublicUrl</c>.</summary>
    public static IVideoGenerationBuilder AddWebhooks(this IVideoGenerationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ISignatureVerifier, Ed25519SignatureVerifier>();
        builder.Services.TryAddSingleton<MappedRoutes>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RouteCheck>());
        return builder;
    }
}
