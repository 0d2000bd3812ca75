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

    [Fact]
    public void Instagram_Reels_has_the_values_that_the_product_began_with()
    {
        var specs = PlatformCatalogue.Embedded.GetPlatformSpecs("instagram", "reels");
        var aim = PlatformCatalogue.Embedded.GetOptimalParameters("instagram", "reels");

        Assert.Equal(("9:16", 1080, 1920, 90, 3, 100), (specs.AspectRatio.ToString(), specs.Width, specs.Height, specs.MaxDuration, specs.MinDuration, specs.MaxFileSizeMb));
        Assert.Equal((15, "9:16", 1080, 1920, "mp4", 30), (aim.Duration, aim.AspectRatio.ToString(), aim.Width, aim.Height, aim.Format, aim.Fps));
    }

    [Theory]
    [InlineData("instagram", "instagram/reels")]
    [InlineData("Instagram/Stories", "instagram/stories")]
    [InlineData("instagram/feed", "instagram/feed")]
    [InlineData("tiktok", "tiktok/video")]
    [InlineData("youtube", "youtube/shorts")]
    [InlineData("facebook", "facebook/reels")]
    [InlineData("x", "x/video")]
    [InlineData("linkedin", "linkedin/video")]
    [InlineData("snapchat", "snapchat/spotlight")]
    [InlineData("pinterest", "pinterest/video")]
    [InlineData("threads", "threads/video")]
    public void Every_platform_is_known_by_its_first_word_with_its_source_and_day(string asked, string id)
    {
        var specs = PlatformCatalogue.Embedded.Get(asked);

        Assert.Equal(id, specs.Id);
        Assert.False(string.IsNullOrWhiteSpace(specs.Source));
        Assert.NotNull(specs.VerifiedOn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("insta")]
    [InlineData("instagram/")]
    [InlineData("/reels")]
    [InlineData("instagram reels")]
    [InlineData("reels")]
    public void Whatever_is_no_id_is_refused_with_every_known_one(string id)
    {
        var refused = Assert.Throws<InvalidVideoRequestException>(() => PlatformCatalogue.Embedded.Get(id));

        Assert.All(PlatformCatalogue.Embedded.All, p => Assert.Contains(p.Id, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"platforms":[null]}""")]
    [InlineData("""{"platforms":[{"id":"","aspectRatio":"9:16","width":720,"height":1280,"maxDuration":9,"minDuration":1,"maxFileSizeMb":1,"optimal":{"duration":5,"aspectRatio":"9:16","width":720,"height":1280}}]}""")]
    [InlineData("""{"platforms":[{"id":"a/b","aspectRatio":"16:9","width":720,"height":1280,"maxDuration":9,"minDuration":1,"maxFileSizeMb":1,"optimal":{"duration":5,"aspectRatio":"9:16","width":720,"height":1280}}]}""")]
    [InlineData("""{"platforms":[{"id":"a/b","aspectRatio":"9:16","width":720,"height":1280,"maxDuration":9,"minDuration":10,"maxFileSizeMb":1,"optimal":{"duration":5,"aspectRatio":"9:16","width":720,"height":1280}}]}""")]
    [InlineData("""{"platforms":[{"id":"a/b","aspectRatio":"9:16","width":720,"height":1280,"maxDuration":9,"minDuration":1,"maxFileSizeMb":0,"optimal":{"duration":5,"aspectRatio":"9:16","width":720,"height":1280}}]}""")]
    [InlineData("""{"platforms":[{"id":"a/b","aspectRatio":"9:16","width":720,"height":1280,"maxDuration":9,"minDuration":1,"maxFileSizeMb":1,"optimal":{"duration":50,"aspectRatio":"9:16","width":720,"height":1280}}]}""")]
    [InlineData("""{"platforms":[{"id":"a/b","aspectRatio":"9:16","width":720,"height":1280,"maxDuration":9,"minDuration":1,"maxFileSizeMb":1,"optimal":{"duration":5,"aspectRatio":"9:16","width":0,"height":0}}]}""")]
    public void An_overlay_that_no_file_can_meet_is_refused(string overlay)
    {
        Assert.Throws<JsonException>(() => PlatformCatalogue.Parse(overlay));
    }
}
