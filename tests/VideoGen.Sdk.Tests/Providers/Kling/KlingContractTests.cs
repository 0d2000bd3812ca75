using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;

namespace VideoGen.Sdk.Tests.Providers.Kling;

/// <summary>What every provider owes, for <see cref="KlingProvider"/>.</summary>
public sealed class KlingContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<KlingOptions>(
        "kling",
        new GenerationSpec { Model = "kling-3.0", Prompt = "A paper boat crosses a puddle", Duration = TimeSpan.FromSeconds(5), AspectRatio = AspectRatio.Portrait, Resolution = VideoResolution.Hd },
        (address, key, handOut) => KlingProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback) = (address, true);
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
