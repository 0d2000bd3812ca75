using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Pika;

namespace VideoGen.Sdk.Tests.Providers.Pika;

/// <summary>What every provider owes, for <see cref="PikaProvider"/> with the replay by option.</summary>
public sealed class PikaContractTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new SandboxDesk<PikaOptions>(
        "pika",
        PikaDesk.Spec(),
        (address, key, handOut) => PikaProvider.Create(
            key,
            options =>
            {
                (options.BaseUrl, options.AllowLoopback, options.ReplayWindow) = (address, true, TimeSpan.FromMinutes(10));
                handOut(options);
            }),
        (options, key) => options.ApiKey = key);
}
