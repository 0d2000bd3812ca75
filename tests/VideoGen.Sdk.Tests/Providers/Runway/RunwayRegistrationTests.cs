using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayRegistrationTests
{
    private const string Section = "VideoGeneration:Providers:runway:";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RUNWAY_API_KEY")]
    [InlineData("RUNWAYML_API_SECRET")]
    public async Task The_default_account_takes_the_environments_key_and_two_submits_a_minute(string variable)
    {
        await using var services = Services((variable, "from-env"), (Section + "Accounts:EU:ApiKey", "eu-key"), (Section + "Accounts:bare:Enabled", "false"));
        var registry = services.GetRequiredService<ProviderRegistry>();

        Assert.Equal(["runway/bare", "runway/default", "runway/eu"], registry.All.Select(r => r.Provider.Descriptor.Id).Order());
        var main = registry.Find("runway", "default")!;
        Assert.Equal((true, false, null), (main.Provider.CheckReadiness().IsReady, main.IsExplicit, main.Callback));
        Assert.Equal((2, TimeSpan.FromMinutes(1)), (main.DefaultRates.Single().Submissions, main.DefaultRates.Single().Window));
        Assert.Equal((false, false, TimeSpan.FromSeconds(5), null), (main.Provider.Descriptor.CanFind, main.Provider.Descriptor.SendsCallbacks, main.Provider.Descriptor.PollFloor, main.Provider.Descriptor.ReplayWindow));
        Assert.False(registry.Find("runway", "bare")!.Provider.CheckReadiness().IsReady);
    }

    [Fact]
    public async Task A_key_rotated_in_configuration_takes_effect_without_a_restart()
    {
        await using var server = RawServer.Answering((200, """{"status":"PENDING"}"""));
        await using var services = Services((Section + "ApiKey", "first"), (Section + "BaseUrl", server.BaseUrl.AbsoluteUri), (Section + "AllowLoopback", "true"), (Section + "OnBehalfOf", "c"));
        var runway = services.GetRequiredService<ProviderRegistry>().Get("runway");
        await runway.GetStatusAsync(RunwayDesk.Job(), Token);

        var configuration = (IConfigurationRoot)services.GetRequiredService<IConfiguration>();
        configuration[Section + "ApiKey"] = "second";
        configuration.Reload();
        await runway.GetStatusAsync(RunwayDesk.Job(), Token);

        Assert.Equal(["Bearer first", "Bearer second"], server.Requests.Select(r => r.Headers["Authorization"]));
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        services.AddRunwayVendor();
        return services.BuildServiceProvider();
    }
}
