using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>What every provider owes, for <see cref="HeyGenProvider"/> with presenter videos as they are by default.</summary>
public sealed class HeyGenPresenterContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<HeyGenOptions>(
        "heygen",
        HeyGenDesk.Presenter(),
        (address, key, handOut) => HeyGenProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback) = (address, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
