using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Runway;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayPriceTests
{
    private static readonly RunwayProvider Runway = RunwayProvider.Create(RunwayDesk.Key, timeProvider: new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));

    // Credits per second by the vendor's list of 2026-10-04, written down a second time.
    [Theory]
    [InlineData("gen4.5", "720p", false, 12)]
    [InlineData("veo3.1", "720p", false, 20)]
    [InlineData("veo3.1", "1080p", true, 40)]
    [InlineData("veo3.1_fast", "1080p", false, 10)]
    [InlineData("veo3.1_fast", "720p", true, 15)]
    [InlineData("seedance2", "496p", true, 36)]
    [InlineData("seedance2", "1080p", true, 40)]
    [InlineData("seedance2", "4k", false, 150)]
    [InlineData("seedance2_fast", "720p", true, 29)]
    [InlineData("seedance2_5", "480p", true, 20)]
    [InlineData("seedance2_5", "720p", true, 30)]
    [InlineData("seedance2_5", "1080p", true, 68)]
    [InlineData("hailuo3", "768p", false, 10)]
    [InlineData("hailuo3", "2k", false, 15)]
    [InlineData("h3_max", "480p", false, 5)]
    [InlineData("h3_max", "768p", false, 8)]
    [InlineData("wan3", "480p", true, 5)]
    [InlineData("wan3", "1080p", false, 20)]
    [InlineData("wan3_prime", "480p", true, 6.8)]
    [InlineData("wan3_prime", "1080p", true, 28)]
    [InlineData("grok_imagine_1_5", "480p", false, 10)]
    [InlineData("grok_imagine_1_5", "1080p", false, 29)]
    [InlineData("gemini_omni_flash", "720p", false, 10)]
    [InlineData("gemini_omni_flash_1.1", "360p", false, 3.4)]
    [InlineData("gemini_omni_flash_1.1", "4k", false, 30)]
    [InlineData("happyhorse_1_0", "720p", false, 15)]
    [InlineData("happyhorse_1_0", "1440p", false, 30)]
    public void Seconds_are_priced_by_the_vendors_list(string model, string resolution, bool sound, double credits) =>
        Assert.Equal((decimal)credits * 0.01m * 8, Estimate(RunwayDesk.Spec(model) with { Duration = TimeSpan.FromSeconds(8), Resolution = VideoResolution.Parse(resolution), Sound = sound }));

    [Fact]
    public void Least_charges_inputs_and_pictures_are_added()
    {
        Assert.Equal(0.64m, Estimate(RunwayDesk.Spec("seedance2_mini") with { Duration = TimeSpan.FromSeconds(4), Resolution = VideoResolution.Hd, Sound = true }));
        Assert.Equal((8 * 0.30m) + (6 * 0.15m), Estimate(Edit("seedance2_5", 8, 6)));
        Assert.Equal((8 * 0.30m) + (30 * 0.15m), Estimate(Edit("seedance2_5", 8, 0)));
        Assert.Equal(
            (8 * 0.10m) + (2 * 0.02m),
            Estimate(RunwayDesk.Spec("hailuo3") with { Operation = VideoOperation.ImageToVideo, Duration = TimeSpan.FromSeconds(8), Resolution = new(768), InputCounts = new Dictionary<ReferenceRole, int> { [ReferenceRole.Style] = 2 } }));
    }

    [Theory]
    [InlineData(0, 8.40)]
    [InlineData(1, 0.56)]
    [InlineData(5.2, 1.68)]
    public void A_clip_that_follows_another_is_held_at_its_length_or_at_the_longest(double seconds, double usd) => Assert.Equal((decimal)usd, Estimate(Edit("aleph2", 5, seconds)));

    [Fact]
    public void A_length_left_to_the_model_is_held_at_the_longest()
    {
        Assert.Equal(15 * 0.36m, Estimate(RunwayDesk.Spec("seedance2", new RunwaySettings { AutoDuration = true }) with { Resolution = VideoResolution.Hd }));
        Assert.Equal((30 * 0.30m) + (10 * 0.15m), Estimate(Edit("seedance2_5", 5, 10) with { SettingsJson = new RunwaySettings { Mode = RunwayVideoMode.Edit }.ToJson() }));
        Assert.Equal(10 * 0.10m, Estimate(Edit("gemini_omni_flash", 3, 4)));
    }

    [Fact]
    public void Other_file_forms_cost_more_by_the_second()
    {
        Assert.Equal(5 * (0.12m + 0.05m), Estimate(RunwayDesk.Spec(settings: new RunwaySettings { OutputFormat = "prores" }) with { Resolution = VideoResolution.Hd }));
        Assert.Equal(5 * (0.12m + 0.20m), Estimate(RunwayDesk.Spec(settings: new RunwaySettings { OutputFormat = "hdr10" }) with { Resolution = VideoResolution.Hd }));
        Assert.Equal(10 * (0.28m + 0.40m), Estimate(Edit("aleph2", 5, 10) with { SettingsJson = new RunwaySettings { OutputFormat = "sdr_rec709_10bit" }.ToJson() }));
    }

    [Fact]
    public void A_model_that_is_not_listed_has_no_price() =>
        Assert.Null(Runway.Estimate(RunwayDesk.Spec("new"), new CatalogueModel { Id = "new", Offers = [new ModelOffer()] }).Usd);

    [Fact]
    public void Every_model_has_a_source_and_a_day_and_every_living_one_a_price()
    {
        var models = ModelCatalogue.Embedded.ModelsOf("runway");

        Assert.All(models, m => Assert.True(m is { Source.Length: > 0, VerifiedOn: not null }));
        Assert.All(models.Where(m => m.EndsOn is null), m => Assert.All(m.Offers, o => Assert.NotEmpty(o.Prices)));
        Assert.All(models.Where(m => m.EndsOn is null).SelectMany(m => m.Offers), o => Assert.All(o.Resolutions, r => Assert.Contains(o.Prices, p => p.Resolution is null || p.Resolution == r)));
        Assert.Equal(
            [("gen3a_turbo", new DateOnly(2026, 7, 30)), ("gen4_aleph", new DateOnly(2026, 7, 30)), ("veo3", new DateOnly(2026, 8, 18))],
            models.Where(m => m.EndsOn is not null).Select(m => (m.Id, m.EndsOn!.Value)).Order());
    }

    [Fact]
    public void Every_living_model_of_the_catalogue_is_served_where_the_catalogue_says()
    {
        foreach (var model in ModelCatalogue.Embedded.ModelsOf("runway").Where(m => m.EndsOn is null))
        {
            foreach (var operation in model.Offers.SelectMany(o => o.Operations).Distinct())
            {
                var route = operation switch
                {
                    VideoOperation.TextToVideo => RunwayRoute.Text,
                    VideoOperation.ImageToVideo => RunwayRoute.Image,
                    VideoOperation.VideoToVideo => RunwayRoute.Video,
                    _ => RunwayRoute.Performance,
                };
                Assert.True(RunwayDialects.Find(route, model.Id) is not null, $"{model.Id} at {route}");
            }
        }
    }

    private static GenerationSpec Edit(string model, double seconds, double inputSeconds) => RunwayDesk.Spec(model) with
    {
        Operation = VideoOperation.VideoToVideo,
        Duration = TimeSpan.FromSeconds(seconds),
        Resolution = model == "seedance2_5" ? VideoResolution.Hd : null,
        InputVideoDuration = TimeSpan.FromSeconds(inputSeconds),
        InputCounts = new Dictionary<ReferenceRole, int> { [ReferenceRole.Source] = 1 },
    };

    private static decimal? Estimate(GenerationSpec spec) => Runway.Estimate(spec, ModelCatalogue.Embedded.Find("runway", spec.Model)!).Usd;
}
