using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers.Pika;

namespace VideoGen.Sdk.Tests.Providers.Pika;

/// <summary>What every list of charges owes, for <see cref="PikaProvider"/>.</summary>
public sealed class PikaBillingContractTests : ProviderBillingContract
{
    protected override Task<IBillingDesk> CreateDeskAsync() => SandboxBillingDesk.StartAsync(
        "pika", (address, clock) => PikaProvider.Create(SandboxBillingDesk.Key, options => (options.BaseUrl, options.AllowLoopback) = (address, true), clock));
}
