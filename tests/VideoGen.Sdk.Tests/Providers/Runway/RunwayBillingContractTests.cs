using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers.Runway;

namespace VideoGen.Sdk.Tests.Providers.Runway;

/// <summary>What every list of charges owes, for <see cref="RunwayProvider"/>.</summary>
public sealed class RunwayBillingContractTests : ProviderBillingContract
{
    protected override Task<IBillingDesk> CreateDeskAsync() => SandboxBillingDesk.StartAsync(
        "runway", (address, clock) => RunwayProvider.Create(SandboxBillingDesk.Key, options => (options.BaseUrl, options.AllowLoopback) = (address, true), clock));
}
