using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>What every provider owes, for <see cref="HeyGenProvider"/> with presenter videos that are found by title and replayed under their key, both by option.</summary>
public sealed class HeyGenFoundPresenterContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<HeyGenOptions>(
        "heygen",
        HeyGenDesk.Presenter(),
        (address, key, handOut) => HeyGenProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback, options.FindByTitle, options.UsePresenterKeys) = (address, true, true, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
