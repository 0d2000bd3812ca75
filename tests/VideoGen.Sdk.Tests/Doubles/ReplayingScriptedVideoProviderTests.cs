using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>And so does one with replay keys and no look-up.</summary>
public sealed class ReplayingScriptedVideoProviderTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new ScriptedDesk(new ScriptedProviderOptions { CanFind = false, ReplayWindow = TimeSpan.FromHours(1) });
}
