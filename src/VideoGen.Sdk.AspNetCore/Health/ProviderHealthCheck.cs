using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.AspNetCore.Health;

/// <summary>Whether the accounts that are switched on could make a video now. Vendors are asked only by reads that cost nothing, and seldom: an orchestrator looks every few seconds.</summary>
internal sealed class ProviderHealthCheck(ProviderRegistry registry, ProviderHealth health, TimeProvider timeProvider) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, string? Fault)> probed = new(StringComparer.OrdinalIgnoreCase);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A built-in vendor that nobody asked for and nobody gave a key to is no fault.
        var accounts = registry.All.Where(registration => registration.Options.Enabled && (registration.IsExplicit || registration.Provider.CheckReadiness().IsReady)).ToList();
        var faults = await Task.WhenAll(accounts.Select(account => FaultOfAsync(account.Provider, cancellationToken))).ConfigureAwait(false);
        var data = accounts.Zip(faults).ToDictionary(pair => pair.First.Provider.Descriptor.Id, pair => (object)(pair.Second ?? "ready"), StringComparer.Ordinal);
        var unusable = faults.Count(fault => fault is not null);
        return accounts.Count == 0 ? new HealthCheckResult(context.Registration.FailureStatus, "No provider is switched on.")
            : unusable == 0 ? HealthCheckResult.Healthy(data: data)
            : unusable < accounts.Count ? HealthCheckResult.Degraded($"{unusable} of {accounts.Count} accounts cannot be used now.", data: data)
            : new HealthCheckResult(context.Registration.FailureStatus, "No account can be used now.", data: data);
    }

    private async Task<string?> FaultOfAsync(IVideoProvider provider, CancellationToken cancellationToken) =>
        provider.CheckReadiness() is { IsReady: false } readiness ? readiness.Reason ?? "is not ready"
        : health.Obstacle(provider.Descriptor.Id) ?? (provider is IProviderBilling billing ? await ProbeAsync(provider.Descriptor.Id, billing, cancellationToken).ConfigureAwait(false) : null);

    private async Task<string?> ProbeAsync(string account, IProviderBilling billing, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        if (probed.TryGetValue(account, out var known) && now - known.At < Fresh)
        {
            return known.Fault;
        }

        string? fault = null;
        try
        {
            await billing.ReadBillAsync(now - Fresh, now, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderCallException e)
        {
            fault = e.Failure is { } failure ? $"{failure.Kind}: {failure.Message}" : e.Message;
        }

        probed[account] = (now, fault);
        return fault;
    }
}
