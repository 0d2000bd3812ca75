using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>What every provider owes, for <see cref="HeyGenProvider"/> with the video agent.</summary>
public sealed class HeyGenAgentContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<HeyGenOptions>(
        "heygen",
        HeyGenDesk.Agent(TimeSpan.FromMinutes(1)),
        (address, key, handOut) => HeyGenProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback) = (address, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key,
        isFree: path => path.EndsWith("/stop", StringComparison.Ordinal));
}
