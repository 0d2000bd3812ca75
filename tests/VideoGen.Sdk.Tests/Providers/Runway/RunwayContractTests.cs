using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Runway;

namespace VideoGen.Sdk.Tests.Providers.Runway;

/// <summary>What every provider owes, for <see cref="RunwayProvider"/>.</summary>
public sealed class RunwayContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<RunwayOptions>(
        "runway",
        new GenerationSpec { Model = "gen4.5", Prompt = "A lighthouse at dusk", Duration = TimeSpan.FromSeconds(5), AspectRatio = new AspectRatio(1280, 720), Resolution = VideoResolution.Hd },
        (address, key, handOut) => RunwayProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback) = (address, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
