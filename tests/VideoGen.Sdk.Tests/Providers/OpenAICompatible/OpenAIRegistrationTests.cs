using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

public sealed class OpenAIRegistrationTests
{
    private const string Section = "VideoGeneration:Providers:openai:";

    [Fact]
    public async Task The_default_account_takes_the_environments_key_and_needs_a_gateway()
    {
        await using var services = Services(("OPENAI_API_KEY", "from-env"), (Section + "Accounts:lite:ApiKey", "k"), (Section + "Accounts:lite:BaseUrl", "https://litellm.example/v1"), (Section + "Accounts:lite:WebhookSecrets:0", "whsec_x"));
        var registry = services.GetRequiredService<ProviderRegistry>();

        var main = registry.Find("openai", "default")!;
        Assert.Contains("BaseUrl", main.Provider.CheckReadiness().Reason, StringComparison.Ordinal);
        Assert.Null(main.Provider.Descriptor.Lifecycle.EndsOn);
        var lite = registry.Find("openai", "lite")!;
        Assert.Equal((true, true, true), (lite.Provider.CheckReadiness().IsReady, lite.Provider.Descriptor.SendsCallbacks, lite.Provider.Descriptor.CanFind));
        Assert.NotNull(lite.Callback);
    }

    [Fact]
    public async Task The_official_host_in_configuration_is_retired()
    {
        await using var services = Services(("OPENAI_API_KEY", "k"), (Section + "BaseUrl", "https://api.openai.com/v1"));

        Assert.Equal(new DateOnly(2026, 9, 24), services.GetRequiredService<ProviderRegistry>().Get("openai").Descriptor.Lifecycle.EndsOn);
    }

    [Fact]
    public void Its_models_live_on_at_gateways_at_prices_that_nobody_knows()
    {
        var models = ModelCatalogue.Embedded.ModelsOf("openai");

        Assert.True(ModelCatalogue.Embedded.AllowsUnlisted("openai"));
        Assert.Equal(["sora-2", "sora-2-pro"], models.Select(m => m.Id));
        Assert.All(models, m => Assert.Null(m.EndsOn));
        Assert.All(models.SelectMany(m => m.Offers), o => Assert.Empty(o.Prices));
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        services.AddOpenAICompatibleVendor();
        return services.BuildServiceProvider();
    }
}
