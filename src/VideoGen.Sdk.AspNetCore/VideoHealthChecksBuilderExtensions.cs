using Microsoft.Extensions.Diagnostics.HealthChecks;
using VideoGen.Sdk.AspNetCore.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health checks of video generation.</summary>
public static class VideoHealthChecksBuilderExtensions
{
    /// <summary>The tag of every check registered here.</summary>
    public const string Tag = "videogen";

    /// <summary>
    /// Adds four checks, all free of charge, tagged <c>videogen</c>. <c>videogen_stores</c>: jobs and ledger can be read; Unhealthy when not. <c>videogen_providers</c>: each account that is switched on has its key,
    /// answers (asked at most once a minute, where the vendor has a read that costs nothing: Kling, Pika, Runway) and is not left alone after failures; Degraded when one is out, Unhealthy when all are.
    /// <c>videogen_budget</c>: Degraded while a daily or monthly limit of the whole app is used up. <c>videogen_media</c>: Degraded when ffmpeg is missing.
    /// </summary>
    /// <param name="builder">From <c>services.AddHealthChecks()</c>; <c>AddVideoGeneration()</c> is called besides.</param>
    /// <param name="timeout">After which a check counts as failed. Default 10 s.</param>
    public static IHealthChecksBuilder AddVideoGeneration(this IHealthChecksBuilder builder, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var patience = timeout ?? TimeSpan.FromSeconds(10);
        builder.Services.AddSingleton<ProviderHealthCheck>();
        return builder
            .AddCheck<StoreHealthCheck>("videogen_stores", HealthStatus.Unhealthy, [Tag], patience)
            .AddCheck<ProviderHealthCheck>("videogen_providers", HealthStatus.Unhealthy, [Tag], patience)
            .AddCheck<BudgetHealthCheck>("videogen_budget", HealthStatus.Unhealthy, [Tag], patience)
            .AddCheck<MediaHealthCheck>("videogen_media", HealthStatus.Degraded, [Tag], patience);
    }
}
