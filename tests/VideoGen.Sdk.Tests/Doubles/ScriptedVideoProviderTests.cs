using VideoGen.Sdk.Contracts.Providers;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>A <see cref="ScriptedVideoProvider"/> that is told nothing keeps every promise of a provider.</summary>
public sealed class ScriptedVideoProviderTests : VideoProviderContract
{
    protected override IProviderDesk CreateDesk() => new ScriptedDesk(new ScriptedProviderOptions());
}
