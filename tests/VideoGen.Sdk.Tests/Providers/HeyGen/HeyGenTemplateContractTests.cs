using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>What every provider owes, for <see cref="HeyGenProvider"/> with templates.</summary>
public sealed class HeyGenTemplateContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<HeyGenOptions>(
        "heygen",
        HeyGenDesk.Template(TimeSpan.FromMinutes(1)),
        (address, key, handOut) => HeyGenProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback, options.FindByTitle) = (address, true, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
