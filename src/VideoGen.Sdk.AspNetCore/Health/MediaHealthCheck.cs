using Microsoft.Extensions.Diagnostics.HealthChecks;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.AspNetCore.Health;

/// <summary>Whether files can be fitted to platforms. Without it videos are handed out as vendors make them.</summary>
internal sealed class MediaHealthCheck(IMediaProcessor media) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(media.Obstacle is { } obstacle ? new HealthCheckResult(context.Registration.FailureStatus, obstacle) : HealthCheckResult.Healthy());
}
