using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Kling;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

public sealed class KlingPriceTests
{
    // Units per second by the vendor's list of September 2026, written down a second time.
    [Theory]
    [InlineData("kling-3.0", "720p", false, 0.6)]
    [InlineData("kling-3.0", "1080p", false, 0.8)]
    [InlineData("kling-3.0", "4k", false, 3.0)]
    [InlineData("kling-3.0", "720p", true, 0.9)]
    [InlineData("kling-3.0", "1080p", true, 1.2)]
    [InlineData("kling-3.0", "4k", true, 3.0)]
    [InlineData("kling-3.0-turbo", "720p", true, 0.8)]
    [InlineData("kling-3.0-turbo", "1080p", true, 1.0)]
    [InlineData("kling-3.0-omni", "720p", false, 0.6)]
    [InlineData("kling-3.0-omni", "1080p", true, 1.0)]
    [InlineData("kling-3.0-omni", "4k", true, 3.0)]
    [InlineData("kling-o1", "720p", false, 0.6)]
    [InlineData("kling-o1", "1080p", false, 0.8)]
    [InlineData("kling-2.6", "720p", false, 0.3)]
    [InlineData("kling-2.6", "1080p", false, 0.5)]
    [InlineData("kling-2.6", "1080p", true, 1.0)]
    [InlineData("kling-2.5-turbo", "720p", false, 0.3)]
    [InlineData("kling-2.5-turbo", "1080p", false, 0.5)]
    public void Seconds_are_priced_by_the_vendors_list(string model, string resolution, bool sound, double units) =>
        Assert.Equal((decimal)units * 0.14m * 5, Estimate(KlingDesk.Spec(model) with { Resolution = VideoResolution.Parse(resolution), Sound = sound }));

    [Fact]
    public void A_clip_handed_in_and_a_voice_cost_more()
    {
        Assert.Equal(1.2m * 0.14m * 5, Estimate(KlingDesk.Spec("kling-3.0-omni") with { Operation = VideoOperation.VideoToVideo }));
        Assert.Equal(1.2m * 0.14m * 5, Estimate(KlingDesk.Spec("kling-2.6", new KlingSettings { VoiceIds = ["v"] }) with { Operation = VideoOperation.ImageToVideo, Sound = true }));
    }

    [Theory]
    [InlineData(0, KlingCharacterOrientation.Video, 30)]
    [InlineData(0, KlingCharacterOrientation.Image, 10)]
    [InlineData(7.2, KlingCharacterOrientation.Video, 8)]
    [InlineData(25, KlingCharacterOrientation.Image, 10)]
    public void A_performance_is_held_at_the_length_of_the_clip_it_follows_or_at_the_longest(double given, KlingCharacterOrientation orientation, int seconds)
    {
        var spec = KlingDesk.Spec(settings: new KlingSettings { CharacterOrientation = orientation }) with { Operation = VideoOperation.CharacterPerformance, InputVideoDuration = TimeSpan.FromSeconds(given) };

        Assert.Equal(1.2m * 0.14m * seconds, Estimate(spec));
    }

    [Fact]
    public void A_longer_performance_in_the_apps_catalogue_is_what_is_held()
    {
        var model = ModelCatalogue.Parse("""{"providers":[{"name":"kling","models":[{"id":"kling-3.0","offers":[{"operations":["CharacterPerformance"],"defaultSeconds":60,"prices":[{"perSecondUsd":0.1}]}]}]}]}""", "ours").Find("kling", "kling-3.0")!;

        Assert.Equal(6m, KlingProvider.Create(KlingDesk.Key).Estimate(KlingDesk.Spec() with { Operation = VideoOperation.CharacterPerformance }, model).Usd);
    }

    [Fact]
    public void A_size_that_the_model_does_not_have_has_no_price() =>
        Assert.Null(Estimate(KlingDesk.Spec("kling-2.6") with { Resolution = VideoResolution.UltraHd }));

    [Fact]
    public void Every_model_has_a_source_and_a_day_and_the_announced_end_holds()
    {
        var models = ModelCatalogue.Embedded.ModelsOf("kling");

        Assert.All(models, m => Assert.True(m.Source is not null && m.VerifiedOn is not null, m.Id));
        Assert.True(ModelCatalogue.Embedded.Find("kling", "kling-v1")!.IsRetiredAt(new DateTimeOffset(2026, 9, 15, 0, 0, 0, TimeSpan.Zero)));
        Assert.All(models.Where(m => m.Id.StartsWith("kling-4", StringComparison.Ordinal)), m => Assert.True(m.IsByNameOnly && m.Offers.All(o => o.Prices.All(p => p.IsUnconfirmed))));
        Assert.Equal("kling-3.0", models[0].Id);
    }

    private static decimal? Estimate(VideoGen.Sdk.Providers.GenerationSpec spec) =>
        KlingProvider.Create(KlingDesk.Key, timeProvider: new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)))
            .Estimate(spec, ModelCatalogue.Embedded.Find("kling", spec.Model)!).Usd;
}
