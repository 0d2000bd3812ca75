using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Pika;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Pika;

public sealed class PikaPriceTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("720p", 5, 0.20)]
    [InlineData("1080p", 5, 0.45)]
    [InlineData("1080p", 10, 0.90)]
    public void Seconds_are_priced_by_the_vendors_list(string resolution, int seconds, double usd) => Assert.Equal(
        (decimal)usd,
        Estimate(PikaProvider.Create(PikaDesk.Key, timeProvider: clock), PikaDesk.Spec(operation: VideoOperation.ImageToVideo) with { Resolution = VideoResolution.Parse(resolution), Duration = TimeSpan.FromSeconds(seconds) }));

    [Theory]
    [InlineData(2, null, 0.20)]
    [InlineData(5, null, 0.80)]
    [InlineData(3, 5, 0.24)]
    [InlineData(2, 10, 0.40)]
    public void Pictures_are_priced_by_all_transitions_between_them(int pictures, int? seconds, double usd)
    {
        var spec = PikaDesk.Spec(PikaModels.Frames, VideoOperation.ImageToVideo) with
        {
            Duration = seconds is { } s ? TimeSpan.FromSeconds(s) : null,
            InputCounts = new Dictionary<ReferenceRole, int> { [ReferenceRole.FirstFrame] = 1, [ReferenceRole.LastFrame] = 1, [ReferenceRole.Subject] = pictures - 2 },
        };

        Assert.Equal((decimal)usd, Estimate(PikaProvider.Create(PikaDesk.Key, timeProvider: clock), spec));
    }

    [Theory]
    [InlineData(0, 0.40)]
    [InlineData(22.5, 0.92)]
    public void A_clip_without_a_stated_length_is_bounded_by_ten_seconds_or_its_source(double source, double usd) => Assert.Equal(
        (decimal)usd,
        Estimate(PikaProvider.Create(PikaDesk.Key, timeProvider: clock), PikaDesk.Spec("pikaswaps", VideoOperation.VideoToVideo) with { InputVideoDuration = TimeSpan.FromSeconds(source) }));

    [Fact]
    public void A_field_that_changes_length_or_size_leaves_the_price_unknown() => Assert.Null(
        Estimate(PikaProvider.Create(PikaDesk.Key, timeProvider: clock), PikaDesk.Spec(settings: new PikaSettings { Fields = new JsonObject { ["duration_s"] = 60 } })));

    [Fact]
    public async Task Prices_read_at_run_time_count_while_they_are_fresh_and_estimates_never_ask()
    {
        await using var server = RawServer.Answering((200, """
            {"apis":[{"api_id":"pika/pika-2.5/text-to-video","category":"video","call":{"method":"POST","path":"/v1/media/pika/pika-2.5/text-to-video"},
             "display_pricing":{"components":[{"role":"output","unit":{"type":"second","quantity":1,"included":0},
               "price_tiers":[{"spec":{"resolution":"720p"},"micro_usd":50000},{"spec":{"resolution":"1080p"},"micro_usd":"110000"}]},
              {"role":"base","unit":{"type":"request"},"price_tiers":[{"spec":null,"micro_usd":1000}]}]}},
             {"api_id":"odd","display_pricing":{"components":"odd"}},
             {"api_id":"pika/pikaswaps/video-to-video","display_pricing":{"components":[{"role":"output","unit":{"type":"moon"},"price_tiers":[{"micro_usd":1}]}]}}]}
            """));
        var pika = PikaDesk.At(server, clock: clock);
        Assert.Equal(0.20m, Estimate(pika, PikaDesk.Spec()));

        var operations = await pika.ReadCatalogueAsync(Token);

        Assert.Equal(("/catalog/apis", false), (server.Requests.Single().Path, server.Requests.Single().Headers.ContainsKey("X-API-Key")));
        Assert.Equal(["pika/pika-2.5/text-to-video", "pika/pikaswaps/video-to-video"], operations.Select(o => o.ApiId));
        Assert.Equal(0.251m, Estimate(pika, PikaDesk.Spec()));
        Assert.Equal(0.551m, Estimate(pika, PikaDesk.Spec() with { Resolution = VideoResolution.FullHd }));
        Assert.Equal(0.40m, Estimate(pika, PikaDesk.Spec("pikaswaps", VideoOperation.VideoToVideo)));

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0.20m, Estimate(pika, PikaDesk.Spec()));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(0.10, 0.251)]
    [InlineData(0.80, 0.80)]
    public async Task A_price_that_the_app_wrote_into_its_catalogue_holds_at_least(double ours, double held)
    {
        await using var server = RawServer.Answering((200, """{"apis":[{"api_id":"pika/pika-2.5/text-to-video","display_pricing":{"components":[{"role":"output","unit":{"type":"request"},"price_tiers":[{"micro_usd":251000}]}]}}]}"""));
        var pika = PikaDesk.At(server, clock: clock);
        var model = Overlaid(string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{"id":"pika-2.5","offers":[{"seconds":[5],"resolutions":["720p"],"prices":[{"perClipUsd":{{ours}}}]}]}"""), "pika-2.5");
        Assert.Equal((decimal)ours, pika.Estimate(PikaDesk.Spec(), model).Usd);

        await pika.ReadCatalogueAsync(Token);

        Assert.Equal((decimal)held, pika.Estimate(PikaDesk.Spec(), model).Usd);
        Assert.Equal(0.251m, Estimate(pika, PikaDesk.Spec()));
    }

    [Fact]
    public void A_longer_clip_in_the_apps_catalogue_is_what_is_held() => Assert.Equal(
        20 * 0.04m,
        PikaProvider.Create(PikaDesk.Key, timeProvider: clock).Estimate(
            PikaDesk.Spec("pikaswaps", VideoOperation.VideoToVideo),
            Overlaid("""{"id":"pikaswaps","offers":[{"operations":["VideoToVideo"],"defaultSeconds":20,"prices":[{"perSecondUsd":0.04}]}]}""", "pikaswaps")).Usd);

    [Fact]
    public async Task A_model_of_another_vendor_gets_its_price_from_the_vendors_catalogue_alone()
    {
        await using var server = RawServer.Answering((200, """[{"api_id":"luma/ray-3/text-to-video","display_pricing":{"components":[{"unit":{"type":"minute","quantity":0.5},"price_tiers":[{"spec":{"duration_s":5},"micro_usd":300000},{"micro_usd":200000}]}]}}]"""));
        var pika = PikaDesk.At(server, clock: clock);
        var spec = PikaDesk.Spec("luma/ray-3") with { Duration = TimeSpan.FromSeconds(5) };
        var unlisted = new CatalogueModel { Id = "luma/ray-3", Offers = [new ModelOffer()] };
        Assert.Null(pika.Estimate(spec, unlisted).Usd);

        await pika.ReadCatalogueAsync(Token);

        Assert.Equal(0.30m, pika.Estimate(spec, unlisted).Usd);
        Assert.Null(pika.Estimate(spec with { Duration = null }, unlisted).Usd);
    }

    [Fact]
    public async Task Polling_keeps_prices_fresh_by_option_and_does_not_fail_over_them()
    {
        await using var server = new RawServer(c => c.Request.Path == "/catalog/apis" ? c.AnswerAsync(404) : c.AnswerAsync(200, """{"id":"job_1","status":"running"}"""));
        var pika = PikaDesk.At(server, o => o.RefreshPrices = true, clock);

        await pika.GetStatusAsync(PikaDesk.Job(), Token);
        await pika.GetStatusAsync(PikaDesk.Job(), Token);
        clock.Advance(TimeSpan.FromHours(12));
        await pika.GetStatusAsync(PikaDesk.Job(), Token);

        Assert.Equal(2, server.Requests.Count(r => r.Path == "/catalog/apis"));
    }

    [Fact]
    public void Every_model_has_a_source_and_a_day_and_odd_ones_are_taken_by_name_only()
    {
        var models = ModelCatalogue.Embedded.ModelsOf("pika");

        Assert.Equal("pika-2.5", models[0].Id);
        Assert.All(models, m => Assert.True(m.Source is not null && m.VerifiedOn is not null, m.Id));
        Assert.All(models.SelectMany(m => m.Offers), o => Assert.Empty(o.Ratios));
        Assert.Equal(["pikadditions", "pikaffects", "pikaswaps"], models.Where(m => m.IsByNameOnly).Select(m => m.Id).Order());
    }

    private static CatalogueModel Overlaid(string model, string id) =>
        ModelCatalogue.Embedded.With(ModelCatalogue.Parse($$"""{"providers":[{"name":"pika","models":[{{model}}]}]}""", "ours")).Find("pika", id)!;

    private static decimal? Estimate(PikaProvider pika, GenerationSpec spec) => pika.Estimate(spec, ModelCatalogue.Embedded.Find("pika", spec.Model)!).Usd;
}
