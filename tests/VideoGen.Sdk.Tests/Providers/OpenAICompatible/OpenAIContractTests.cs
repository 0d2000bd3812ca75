using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.OpenAICompatible;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

/// <summary>What every provider owes, for <see cref="OpenAICompatibleProvider"/>.</summary>
public sealed class OpenAIContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<OpenAICompatibleOptions>(
        "openai",
        new GenerationSpec { Model = "sora-2", Prompt = "A lighthouse at dusk", Duration = TimeSpan.FromSeconds(4), AspectRatio = new AspectRatio(1280, 720), Resolution = VideoResolution.Hd, Sound = true },
        (address, key, handOut) => OpenAICompatibleProvider.Create(
            key,
            address,
            options =>
            {
                options.AllowLoopback = true;
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
