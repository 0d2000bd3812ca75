using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>What every provider owes, for <see cref="HeyGenProvider"/> with clips, which are replayed under their key.</summary>
public sealed class HeyGenClipContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<HeyGenOptions>(
        "heygen",
        HeyGenDesk.Clip(),
        (address, key, handOut) => HeyGenProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback) = (address, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
