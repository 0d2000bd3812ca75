using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers.Kling;

namespace VideoGen.Sdk.Tests.Providers.Kling;

/// <summary>What every list of charges owes, for <see cref="KlingProvider"/>.</summary>
public sealed class KlingBillingContractTests : ProviderBillingContract
{
    protected override Task<IBillingDesk> CreateDeskAsync() => SandboxBillingDesk.StartAsync(
        "kling", (address, clock) => KlingProvider.Create(SandboxBillingDesk.Key, options => (options.BaseUrl, options.AllowLoopback) = (address, true), clock));
}
