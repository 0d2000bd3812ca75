using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Fal;

namespace VideoGen.Sdk.Tests.Providers.Fal;

/// <summary>What every provider owes, for <see cref="FalProvider"/>.</summary>
public sealed class FalContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<FalOptions>(
        "fal",
        FalDesk.Spec(),
        (address, key, handOut) => FalProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback) = (address, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
