using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.Providers;

public sealed class ProviderRegistryTests
{
    [Fact]
    public void A_paid_provider_that_calls_its_submit_repeatable_is_refused()
    {
        var provider = new ScriptedVideoProvider(new ScriptedProviderOptions { IsSubmitRepeatable = true }, new ScriptedVendor(TimeProvider.System), TimeProvider.System);
        var fault = Assert.Throws<OptionsValidationException>(() => new ProviderRegistry([new ProviderRegistration(provider, () => new ProviderAccountOptions())]));

        Assert.Contains("IsSubmitRepeatable", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }
}
