using Microsoft.Extensions.Diagnostics.HealthChecks;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.AspNetCore.Health;

/// <summary>Whether jobs and ledger can be read.</summary>
internal sealed class StoreHealthCheck(IJobStore jobs, ICostStore costs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var counts = await jobs.CountAsync(cancellationToken).ConfigureAwait(false);
        await costs.FindAsync(new AttemptKey("health", 1), cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy(data: counts.ToDictionary(count => count.Key.ToString(), count => (object)count.Value));
    }
}
