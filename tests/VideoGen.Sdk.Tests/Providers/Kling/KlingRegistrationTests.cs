using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

public sealed class KlingRegistrationTests
{
    private const string Section = "VideoGeneration:Providers:kling:";

    [Fact]
    public async Task Accounts_come_from_configuration_and_only_the_default_one_takes_the_environments_key()
    {
        await using var services = Services(s => s.AddKlingVendor(), ("KLING_API_KEY", "from-env"), (Section + "Priority", "3"), (Section + "Accounts:EU:ApiKey", "eu-key"), (Section + "Accounts:bare:Enabled", "false"),
            (Section + "Rates:0:Submissions", "4"), (Section + "Rates:0:Window", "01:00:00"), (Section + "WebhookSecrets:0", "whsec_x"));
        var registry = services.GetRequiredService<ProviderRegistry>();

        Assert.Equal(["kling/bare", "kling/default", "kling/eu"], registry.All.Select(r => r.Provider.Descriptor.Id).Order());
        var main = registry.Find("kling", "default")!;
        Assert.Equal((true, 3, false), (main.Provider.CheckReadiness().IsReady, main.Options.Priority, main.IsExplicit));
        Assert.Equal((4, TimeSpan.FromHours(1)), (main.Options.Rates.Single().Submissions, main.Options.Rates.Single().Window));
        Assert.Equal((10, TimeSpan.FromDays(1)), (main.DefaultRates.Single().Submissions, main.DefaultRates.Single().Window));
        Assert.NotNull(main.Callback);
        Assert.True(registry.Find("kling", "eu")!.Provider.CheckReadiness().IsReady);
        Assert.Equal((false, false), (registry.Find("kling", "bare")!.Provider.CheckReadiness().IsReady, registry.Find("kling", "bare")!.Options.Enabled));
    }

    [Fact]
    public async Task An_account_added_by_call_is_explicit_and_wins()
    {
        await using var services = Services(s => s.AddKlingVendor());
        var builder = new Builder(new ServiceCollection());
        builder.Services.AddSingleton<IConfiguration>(services.GetRequiredService<IConfiguration>());
        builder.Services.AddKlingVendor();
        builder.AddKling(o => o.ApiKey = "by-call").AddKling("second", o => o.ApiKey = "other");
        await using var provider = builder.Services.BuildServiceProvider();

        var registry = provider.GetRequiredService<ProviderRegistry>();

        Assert.Equal(2, registry.All.Count);
        Assert.All(registry.All, r => Assert.True(r.IsExplicit && r.Provider.CheckReadiness().IsReady));
    }

    [Fact]
    public async Task It_works_without_any_configuration_at_all()
    {
        var services = new ServiceCollection();
        services.AddKlingVendor();
        await using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetRequiredService<ProviderRegistry>().All);
    }

    [Fact]
    public async Task A_key_rotated_in_configuration_takes_effect_without_a_restart()
    {
        await using var server = RawServer.Answering((200, """{"code":0,"data":[]}"""));
        await using var services = Services(s => s.AddKlingVendor(), (Section + "ApiKey", "first"), (Section + "BaseUrl", server.BaseUrl.AbsoluteUri), (Section + "AllowLoopback", "true"));
        var kling = services.GetRequiredService<ProviderRegistry>().Get("kling");
        var configuration = (IConfigurationRoot)services.GetRequiredService<IConfiguration>();

        await kling.GetStatusAsync(KlingDesk.Job(), TestContext.Current.CancellationToken);
        configuration[Section + "ApiKey"] = "second";
        configuration.Reload();
        await kling.GetStatusAsync(KlingDesk.Job(), TestContext.Current.CancellationToken);

        Assert.Equal(["Bearer first", "Bearer second"], server.Requests.Select(r => r.Headers["Authorization"]));
    }

    private static ServiceProvider Services(Action<IServiceCollection> add, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        add(services);
        return services.BuildServiceProvider();
    }

    private sealed record Builder(IServiceCollection Services) : IVideoGenerationBuilder;
}
