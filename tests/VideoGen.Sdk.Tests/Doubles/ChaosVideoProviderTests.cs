using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>A provider that is told to break nothing is the provider behind it.</summary>
public sealed class ChaosVideoProviderTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() =>
        new ScriptedDesk(new ScriptedProviderOptions(), (options, vendor, clock) => new ChaosVideoProvider(new ScriptedVideoProvider(options, vendor, clock), new ChaosProcess()));
}
