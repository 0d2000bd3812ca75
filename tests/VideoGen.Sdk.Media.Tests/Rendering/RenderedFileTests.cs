using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Platforms;
using VideoGen.Sdk.Providers.Catalogue;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Rendering;

public sealed class RenderedFileTests
{
    public static TheoryData<string, int, int> Shapes { get; } = new()
    {
        { "9:16", 480, 854 }, { "16:9", 854, 480 }, { "1:1", 480, 480 }, { "4:5", 480, 600 }, { "5:4", 600, 480 },
        { "3:4", 480, 640 }, { "4:3", 640, 480 }, { "2:3", 480, 720 }, { "3:2", 720, 480 }, { "21:9", 1120, 480 },
    };

    [Fact]
    public async Task It_is_what_Instagram_Reels_wants_without_another_step()
    {
        using var scratch = new Scratch();
        var file = await Local.RenderAsync(scratch, Local.Spec("Golden hour over a quiet sea", resolution: "1080p", seconds: 3));

        var measured = await Measured.FileAsync(file);
        var target = ConformTarget.From(new ConformRequest { InputPath = file, OutputPath = "-", Platform = PlatformCatalogue.Embedded.Get("instagram/reels") });

        Assert.Empty(ConformanceCheck.Check(measured, target));
        Assert.Equal(("h264", "High", "yuv420p", 1080, 1920), (measured.Video.CodecName, measured.Video.Profile, measured.Video.PixFmt, measured.Width, measured.Height));
        Assert.Equal(30, measured.FramesPerSecond);
        Assert.Equal(("aac", "LC", "48000", 2), (measured.Audio!.CodecName, measured.Audio.Profile, measured.Audio.SampleRate, measured.Audio.Channels));
        Assert.True(measured.Boxes!.IsIndexFirst);
        Assert.False(measured.Boxes.HasEditList);
        Assert.True(measured.KeyFrames.IsClosed);
        Assert.InRange(measured.KeyFrames.Longest.TotalSeconds, 1.9, 2.01);
        Assert.InRange(measured.Duration.TotalSeconds, 2.95, 3.05);
        Assert.InRange(double.Parse(measured.Audio.Duration!, System.Globalization.CultureInfo.InvariantCulture), 2.95, 3.05);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_shape_of_the_catalogue_is_rendered(string ratio, int width, int height)
    {
        using var scratch = new Scratch();

        var measured = await Measured.FileAsync(await Local.RenderAsync(scratch, Local.Spec("Every shape", ratio)));

        Assert.Equal((width, height), (measured.Width, measured.Height));
    }

    [Fact]
    public void No_shape_of_the_catalogue_is_left_out_here() => Assert.Equal(
        ModelCatalogue.Embedded.Find("local", "local")!.Offers.SelectMany(o => o.Ratios).Select(r => r.ToString()).Distinct().Order(),
        Shapes.Select(s => s.Data.Item1).Order());

    [Theory]
    [InlineData("480p", 480, 854)]
    [InlineData("720p", 720, 1280)]
    [InlineData("1080p", 1080, 1920)]
    public void A_resolution_is_the_shorter_side(string resolution, int width, int height) =>
        Assert.Equal(new Media.Rendering.Canvas(width, height), Media.Rendering.Canvas.Of(AspectRatio.Portrait, VideoResolution.Parse(resolution)));

    [Fact]
    public async Task Without_sound_there_is_no_audio_track()
    {
        using var scratch = new Scratch();

        var measured = await Measured.FileAsync(await Local.RenderAsync(scratch, Local.Spec("Silence", sound: false)));

        Assert.Null(measured.Audio);
        Assert.Single(measured.Document.Streams);
    }

    [Fact]
    public async Task Nothing_of_the_prompt_or_the_tool_is_in_the_tags()
    {
        using var scratch = new Scratch();
        var file = await Local.RenderAsync(scratch, Local.Spec("Secret launch of zzmark"));

        var tags = Shell.Run("ffprobe", "-v", "error", "-show_entries", "format_tags:stream_tags", "-of", "compact", file);

        Assert.DoesNotContain("zzmark", tags, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Lavf", tags, StringComparison.Ordinal);
        Assert.DoesNotContain("creation_time", tags, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2.37)]
    public async Task The_length_is_exact_to_a_tenth_of_a_second(double seconds)
    {
        using var scratch = new Scratch();

        var measured = await Measured.FileAsync(await Local.RenderAsync(scratch, Local.Spec("Length", seconds: seconds)));

        Assert.InRange(measured.Duration.TotalSeconds, seconds - 0.1, seconds + 0.1);
    }
}
