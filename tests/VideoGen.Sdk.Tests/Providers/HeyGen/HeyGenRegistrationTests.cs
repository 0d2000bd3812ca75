using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

public sealed class HeyGenRegistrationTests
{
    private const string Section = "VideoGeneration:Providers:heygen:";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_default_account_takes_the_environments_key_and_one_submit_a_minute()
    {
        await using var services = Services(("HEYGEN_API_KEY", "from-env"), (Section + "Accounts:EU:ApiKey", "eu-key"), (Section + "Accounts:bare:Enabled", "false"));
        var registry = services.GetRequiredService<ProviderRegistry>();

        Assert.Equal(["heygen/bare", "heygen/default", "heygen/eu"], registry.All.Select(r => r.Provider.Descriptor.Id).Order());
        var main = registry.Find("heygen", "default")!;
        Assert.Equal((true, false), (main.Provider.CheckReadiness().IsReady, main.IsExplicit));
        Assert.NotNull(main.Callback);
        Assert.Equal((1, TimeSpan.FromMinutes(1)), (main.DefaultRates.Single().Submissions, main.DefaultRates.Single().Window));
        var descriptor = main.Provider.Descriptor;
        Assert.Equal((false, true, TimeSpan.FromHours(20), TimeSpan.FromSeconds(120)), (descriptor.CanFind, descriptor.SendsCallbacks, descriptor.ReplayWindow, descriptor.SubmitDeadline));
        Assert.False(registry.Find("heygen", "bare")!.Provider.CheckReadiness().IsReady);
    }

    [Fact]
    public async Task A_key_and_a_secret_rotated_in_configuration_take_effect_without_a_restart()
    {
        await using var server = RawServer.Answering((200, """{"data":{"status":"pending"}}"""));
        await using var services = Services((Section + "ApiKey", "first"), (Section + "BaseUrl", server.BaseUrl.AbsoluteUri), (Section + "AllowLoopback", "true"), (Section + "WebhookSecrets:0", "whsec_a"));
        var heygen = services.GetRequiredService<ProviderRegistry>().Get("heygen");
        await heygen.GetStatusAsync(HeyGenDesk.Job(), Token);

        var configuration = (IConfigurationRoot)services.GetRequiredService<IConfiguration>();
        configuration[Section + "ApiKey"] = "second";
        configuration.Reload();
        await heygen.GetStatusAsync(HeyGenDesk.Job(), Token);

        Assert.Equal(["first", "second"], server.Requests.Select(r => r.Headers["X-Api-Key"]));
        var callback = services.GetRequiredService<ProviderRegistry>().Find("heygen", "default")!.Callback!;
        var forged = new CallbackDelivery { Body = "{}"u8.ToArray(), Headers = new Dictionary<string, string> { ["Heygen-Signature"] = new('0', 64) }, ReceivedAt = default };
        Assert.Equal(CallbackVerdict.Refused, (await callback.ReadAsync(forged, Token)).Verdict);
    }

    [Fact]
    public async Task A_video_longer_than_was_held_for_is_priced_by_the_apps_own_catalogue()
    {
        await using var server = new RawServer(c => c.AnswerAsync(200, c.Request.Path.Contains("agents", StringComparison.Ordinal)
            ? """{"data":{"status":"completed","video_id":"x1"}}"""
            : """{"data":{"status":"completed","video_url":"https://files.example/x1.mp4","duration":40}}"""));
        const string Ours = """
            {"schema":1,"providers":[{"name":"heygen","models":[{"id":"video-agent","displayName":"HeyGen Video Agent","longestRun":"02:00:00","source":"our contract","verifiedOn":"2026-11-22",
              "offers":[{"operations":["TextToVideo"],"ratios":["16:9","9:16"],"sound":true,"prices":[{"perSecondUsd":0.5}]}]}]}]}
            """;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            KeyValuePair.Create(Section + "ApiKey", (string?)"key"), KeyValuePair.Create(Section + "BaseUrl", (string?)server.BaseUrl.AbsoluteUri), KeyValuePair.Create(Section + "AllowLoopback", (string?)"true"),
            KeyValuePair.Create("VideoGeneration:Catalogue:ModelsJson", (string?)Ours),
        ]).Build();
        await using var services = new ServiceCollection().AddVideoGeneration(configuration).Services.BuildServiceProvider();

        var status = await services.GetVideoProvider("heygen").GetStatusAsync(HeyGenDesk.Job(HeyGenDesk.Agent(TimeSpan.FromSeconds(30))), Token);

        Assert.Equal(40 * 0.5m, status.EstimateUsd);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        services.AddHeyGenVendor();
        return services.BuildServiceProvider();
    }
}
