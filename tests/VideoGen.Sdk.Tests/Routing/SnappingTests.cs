using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Tests.Routing;

public sealed class SnappingTests
{
    [Theory]
    [InlineData("5,10", 5, 5.0, null)]
    [InlineData("5,10", 6, 5.0, null)]
    [InlineData("5,10", 7, null, "offers 5, 10 s, asked 7 s")]
    [InlineData("5,10", 8, null, "offers 5, 10 s, asked 8 s")]
    [InlineData("5,10", 8.5, 10.0, null)]
    [InlineData("5,10", 12, 10.0, null)]
    [InlineData("5,10", 12.5, 10.0, null)]
    [InlineData("5,10", 12.6, null, "offers 5, 10 s, asked 12.6 s")]
    [InlineData("5", 15, null, "offers 5 s, asked 15 s")]
    [InlineData("4,6", 5, 6.0, null)]
    [InlineData("2", 1, 2.0, null)]
    [InlineData("3", 1.9, null, "offers 3 s, asked 1.9 s")]
    [InlineData("18", 15, 18.0, null)]
    [InlineData("18.1", 15, null, "offers 18.1 s, asked 15 s")]
    public void A_length_becomes_the_nearest_within_a_fifth_or_a_second_and_ties_go_to_the_longer(string offered, double asked, double? becomes, string? obstacle)
    {
        var offer = new ModelOffer { Seconds = [.. offered.Split(',').Select(decimal.Parse)] };
        var snapped = Snapping.Duration(offer, Wish(new VideoRequest { Prompt = "p", Duration = TimeSpan.FromSeconds(asked) }));

        Assert.Equal((becomes, obstacle), (snapped.Value?.TotalSeconds, snapped.Obstacle));
    }

    [Theory]
    [InlineData(1, 60, 1, 15, 15.0)]
    [InlineData(1, 60, 1, 14.5, 15.0)]
    [InlineData(1, 60, 1, 62, 60.0)]
    [InlineData(1, 60, 1, 90, null)]
    [InlineData(3, 15, 1, 2, 3.0)]
    [InlineData(3, 15, 1, 1.5, null)]
    [InlineData(4, 11, 3, 11, 10.0)]
    public void A_range_is_snapped_to_its_grid_and_never_left(double from, double to, double step, double asked, double? becomes)
    {
        var offer = new ModelOffer { SecondsFrom = (decimal)from, SecondsTo = (decimal)to, SecondsStep = (decimal)step };

        Assert.Equal(becomes, Snapping.Duration(offer, Wish(new VideoRequest { Prompt = "p", Duration = TimeSpan.FromSeconds(asked) })).Value?.TotalSeconds);
    }

    [Fact]
    public void An_exact_length_is_met_or_the_model_is_left_out()
    {
        var offer = new ModelOffer { Seconds = [5m] };

        Assert.Null(Snapping.Duration(offer, Exactly(5)).Obstacle);
        Assert.NotNull(Snapping.Duration(offer, Exactly(5.1)).Obstacle);
        Assert.Equal("has no choice of length, asked exactly 5 s", Snapping.Duration(new ModelOffer(), Exactly(5)).Obstacle);
    }

    [Fact]
    public void A_model_that_decides_the_length_itself_is_asked_for_none()
    {
        var snapped = Snapping.Duration(new ModelOffer(), Wish(new VideoRequest { Prompt = "p", Duration = TimeSpan.FromSeconds(15) }));

        Assert.Equal((null, null, "the model decides the length"), (snapped.Value, snapped.Obstacle, snapped.Note));
    }

    [Fact]
    public void Without_a_wish_the_models_own_length_is_asked_for()
    {
        Assert.Equal(5, Snapping.Duration(new ModelOffer { Seconds = [10m, 5m], DefaultSeconds = 5m }, Wish(new VideoRequest { Prompt = "p" })).Value?.TotalSeconds);
        Assert.Equal(10, Snapping.Duration(new ModelOffer { Seconds = [10m, 5m] }, Wish(new VideoRequest { Prompt = "p" })).Value?.TotalSeconds);
    }

    [Fact]
    public void A_length_that_only_the_platform_wishes_leaves_no_model_out()
    {
        var snapped = Snapping.Duration(new ModelOffer { Seconds = [5m] }, Wish(new VideoRequest { Prompt = "p", TargetPlatform = "instagram/reels" }));

        Assert.Equal((5, null), (snapped.Value?.TotalSeconds, snapped.Obstacle));
        Assert.Equal("length 5 s instead of 15 s", snapped.Note);
    }

    [Theory]
    [InlineData("480p,720p,1080p", "720p", "720p")]
    [InlineData("480p,1080p", "720p", "1080p")]
    [InlineData("1080p,480p,720p", "500p", "720p")]
    [InlineData("480p,720p", "4k", "720p")]
    [InlineData("720p,1080p", null, "720p")]
    [InlineData("", "1080p", null)]
    public void A_resolution_becomes_the_smallest_at_or_above_the_wish_else_the_largest(string offered, string? asked, string? becomes)
    {
        var offer = new ModelOffer { Resolutions = [.. offered.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => VideoResolution.Parse(r))] };
        var request = new VideoRequest { Prompt = "p", Resolution = asked is null ? null : VideoResolution.Parse(asked) };

        Assert.Equal(becomes, Snapping.Resolution(offer, Wish(request)).Value?.ToString());
    }

    [Theory]
    [InlineData("480p,1080p", "720p", false)]
    [InlineData("480p,720p", "720p", true)]
    [InlineData("", "720p", false)]
    public void An_exact_resolution_is_met_or_the_model_is_left_out(string offered, string asked, bool isMet)
    {
        var offer = new ModelOffer { Resolutions = [.. offered.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => VideoResolution.Parse(r))] };
        var wishes = Wish(new VideoRequest { Prompt = "p", Resolution = VideoResolution.Parse(asked), Exact = ExactWishes.Resolution });

        Assert.Equal(isMet, Snapping.Resolution(offer, wishes).Obstacle is null);
    }

    [Theory]
    [InlineData("9:16,16:9", "9:16", null, false, "9:16")]
    [InlineData("16:9", "9:16", null, false, null)]
    [InlineData("", "9:16", null, false, null)]
    [InlineData("", null, null, false, null)]
    [InlineData("16:9", null, null, false, "16:9")]
    [InlineData("16:9,1:1", "9:16", "instagram/reels", false, "1:1")]
    [InlineData("16:9,1:1", "9:16", "instagram/reels", true, null)]
    [InlineData("720:1280", "9:16", null, false, "720:1280")]
    public void A_ratio_is_offered_as_asked_or_refitted_for_a_platform(string offered, string? asked, string? platform, bool isExact, string? becomes)
    {
        var offer = new ModelOffer { Ratios = [.. offered.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => AspectRatio.Parse(r))] };
        var request = new VideoRequest { Prompt = "p", AspectRatio = asked is null ? null : AspectRatio.Parse(asked), TargetPlatform = platform, Exact = isExact ? ExactWishes.AspectRatio : ExactWishes.None };
        var snapped = Snapping.Ratio(offer, Wish(request), offer.Ratios);

        Assert.Equal(becomes, snapped.Value?.ToString());
        Assert.Equal(becomes is null && asked is not null, snapped.Obstacle is not null);
    }

    private static Wishes Exactly(double seconds) => Wish(new VideoRequest { Prompt = "p", Duration = TimeSpan.FromSeconds(seconds), Exact = ExactWishes.Duration });

    private static Wishes Wish(VideoRequest request) => Wishes.Of(request, PlatformCatalogue.Embedded);
}
