using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Fal;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Fal;

public sealed class FalPriceTests
{
    private const string Section = "VideoGeneration:Providers:fal:";

    [Theory]
    [InlineData("v2.2/text-to-video", "720p", 5, 0.20)]
    [InlineData("v2.2/text-to-video", "1080p", 5, 0.45)]
    [InlineData("v2.2/text-to-video", "1080p", 10, 0.90)]
    [InlineData("v2.1/text-to-video", "720p", 5, 0.40)]
    [InlineData("v2/turbo/text-to-video", "720p", 5, 0.20)]
    [InlineData("v2.5/text-to-video", "480p", 5, 0.15)]
    [InlineData("v2.5/text-to-video", "720p", 5, 0.25)]
    [InlineData("v2.5/text-to-video", "1080p", 5, 0.50)]
    public void Seconds_are_priced_by_the_vendors_pages(string model, string resolution, int seconds, double usd) => Assert.Equal(
        (decimal)usd,
        Estimate(FalDesk.Spec("fal-ai/pika/" + model) with { Resolution = VideoResolution.Parse(resolution), Duration = TimeSpan.FromSeconds(seconds) }));

    [Theory]
    [InlineData(2, null, 0.20)]
    [InlineData(5, null, 0.80)]
    [InlineData(3, 7, 0.40)]
    public void Frames_are_priced_by_all_transitions_between_them(int pictures, int? seconds, double usd) => Assert.Equal(
        (decimal)usd,
        Estimate(FalDesk.Spec("fal-ai/pika/v2.2/pikaframes", VideoOperation.ImageToVideo) with
        {
            Duration = seconds is { } s ? TimeSpan.FromSeconds(s) : null,
            InputCounts = new Dictionary<ReferenceRole, int> { [ReferenceRole.FirstFrame] = 1, [ReferenceRole.LastFrame] = 1, [ReferenceRole.Subject] = pictures - 2 },
        }));

    [Fact]
    public void Input_that_names_length_or_size_leaves_the_price_unknown()
    {
        Assert.Null(Estimate(FalDesk.Spec(settings: new FalSettings { Input = new JsonObject { ["duration"] = 10 } })));
        Assert.NotNull(Estimate(FalDesk.Spec(settings: new FalSettings { Input = new JsonObject { ["camera"] = "pan" } })));
    }

    [Fact]
    public void Any_other_model_may_be_named_and_has_no_price_of_its_own()
    {
        Assert.True(ModelCatalogue.Embedded.AllowsUnlisted("fal"));
        Assert.Null(FalProvider.Create(FalDesk.Key).Estimate(FalDesk.Spec("fal-ai/other"), new CatalogueModel { Id = "fal-ai/other", Offers = [new ModelOffer()] }).Usd);
    }

    [Fact]
    public void Every_model_has_a_source_and_a_day_and_the_unlisted_generation_is_taken_by_name_only()
    {
        var models = ModelCatalogue.Embedded.ModelsOf("fal");

        Assert.Equal(FalDesk.TextToVideo, models[0].Id);
        Assert.All(models, m => Assert.True(m.Source is not null && m.VerifiedOn is not null, m.Id));
        Assert.All(models, m => Assert.Equal(m.Id.Contains("v2.5", StringComparison.Ordinal), m.IsByNameOnly));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Accounts_come_from_configuration_and_callbacks_end_waits_only_where_they_can_be_checked(bool canVerify)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["FAL_KEY"] = "from-env",
            [Section + "RequestTimeout"] = "00:05:00",
            [Section + "DurationStyle"] = "Text",
            [Section + "Accounts:second:ApiKey"] = "other",
            [Section + "Accounts:bare:Enabled"] = "false",
        }).Build());
        if (canVerify)
        {
            services.AddSingleton<ISignatureVerifier>(new Ed25519(1));
        }

        services.AddFalVendor();
        await using var provider = services.BuildServiceProvider();
        var registry = provider.GetRequiredService<ProviderRegistry>();

        Assert.Equal(["fal/bare", "fal/default", "fal/second"], registry.All.Select(r => r.Provider.Descriptor.Id).Order());
        Assert.Equal([false, true, true], registry.All.OrderBy(r => r.Provider.Descriptor.Id, StringComparer.Ordinal).Select(r => r.Provider.CheckReadiness().IsReady));
        Assert.All(registry.All, r => Assert.True(r.Callback is not null && r.Provider.Descriptor.SendsCallbacks == canVerify));
        var body = await registry.Find("fal", "default")!.Provider.ComposeAsync(FalDesk.Task(), TestContext.Current.CancellationToken);
        Assert.Contains("\"duration\":\"5\"", System.Text.Encoding.UTF8.GetString(body.Content.Span), StringComparison.Ordinal);
    }

    private static decimal? Estimate(GenerationSpec spec) => FalProvider.Create(FalDesk.Key, timeProvider: new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)))
        .Estimate(spec, ModelCatalogue.Embedded.Find("fal", spec.Model)!).Usd;
}
