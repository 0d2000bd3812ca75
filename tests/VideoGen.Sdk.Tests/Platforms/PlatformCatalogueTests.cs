using System.Text.Json;
using VideoGen.Sdk.Platforms;

namespace VideoGen.Sdk.Tests.Platforms;

public sealed class PlatformCatalogueTests
{
    [Fact]
    public void A_platform_is_found_by_id_in_any_case_and_by_its_name_alone()
    {
        var reels = PlatformCatalogue.Embedded.GetPlatformSpecs("instagram", "reels");

        Assert.Equal(reels, PlatformCatalogue.Embedded.Find("Instagram/Reels"));
        Assert.StartsWith("instagram/", PlatformCatalogue.Embedded.Find("instagram")!.Id, StringComparison.Ordinal);
        Assert.Equal(reels.Optimal, PlatformCatalogue.Embedded.GetOptimalParameters("instagram", "reels"));
    }

    [Fact]
    public void An_unknown_platform_is_refused_with_the_known_ones()
    {
        var refused = Assert.Throws<InvalidVideoRequestException>(() => PlatformCatalogue.Embedded.Get("myspace"));

        Assert.Contains("instagram/reels", refused.Message, StringComparison.Ordinal);
        Assert.Null(PlatformCatalogue.Embedded.Find("insta"));
    }

    [Fact]
    public void Every_platform_can_be_met()
    {
        Assert.All(PlatformCatalogue.Embedded.All, p => Assert.True(
            p.MinDuration <= p.MaxDuration && p.Width % 2 == 0 && p.Height % 2 == 0 && p.MaxFileBytes > 0 && p.MinFramesPerSecond <= p.MaxFramesPerSecond, p.Id));
    }

    [Fact]
    public void An_overlay_with_an_unknown_word_is_refused()
    {
        Assert.Throws<JsonException>(() => PlatformCatalogue.Parse("""{"platforms":[],"colour":1}"""));
    }

    [Fact]
    public void An_empty_overlay_changes_nothing()
    {
        Assert.Equal(PlatformCatalogue.Embedded.All, PlatformCatalogue.Embedded.With(PlatformCatalogue.Parse("{}")).All);
    }
}
