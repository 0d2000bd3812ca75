using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Cropping;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Sampling;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Conforming;

public sealed class SmartCropTests
{
    /// <summary>A busy grey wall.</summary>
    private const string Wall = "nullsrc=s=480x270:r=10:d=1,geq=lum='120+40*sin(X/4)*sin(Y/5)':cb=128:cr=128";
    private const string Head = "color=0xdca98c:s=44x56:r=10:d=1";

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(390)]
    public async Task A_face_off_centre_is_kept_whole(int x)
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i {Wall} -f lavfi -i {Head} -filter_complex [0][1]overlay={x}:30 {Clips.Video}");

        await SmartAsync(scratch, input);

        // 270 of 480 rows are enlarged to 480: the head is 78 wide and 100 high, 53 below the top; anything near a whole one will do.
        var (red, _, blue) = Seen.Colour(scratch.File("out.mp4"), 0.5, "230:60:20:70");
        var share = (red - blue) / 80.0;
        Assert.InRange(share * 230, 60, 120);
        Assert.True(Seen.Colour(scratch.File("out.mp4"), 0.5, "10:60:0:70") is var edge && Math.Abs(edge.Red - edge.Blue) < 25, "the head is cut by the left edge");
        Assert.True(Seen.Colour(scratch.File("out.mp4"), 0.5, "10:60:260:70") is var right && Math.Abs(right.Red - right.Blue) < 25, "the head is cut by the right edge");
    }

    [Fact]
    public void The_window_follows_a_walk_stands_still_for_a_fidget_and_jumps_at_a_cut()
    {
        using var folder = WorkFolder.Create(new MediaOptions());
        var walk = Plan(folder, "walk", Enumerable.Range(0, 24).Select(i => Frame(i / 4.0, 10 + (i * 4), 90)));
        var fidget = Plan(folder, "fidget", Enumerable.Range(0, 24).Select(i => Frame(i / 4.0, 30 + (i % 2), 90)));
        var cut = Plan(folder, "jump", Enumerable.Range(0, 16).Select(i => Frame(i / 4.0, i < 8 ? 10 : 105, (byte)(i < 8 ? 60 : 200))));

        Assert.True(walk.CommandFile == "walk" && walk.Points[^1].Share - walk.Points[0].Share > 0.5, "the walk is not followed");
        Assert.Null(fidget.CommandFile);
        Assert.Equal(2, cut.Points.Select(p => Math.Round(p.Share, 2)).Distinct().Count());
        var jump = Enumerable.Range(1, cut.Points.Count - 1).First(i => cut.Points[i].Share - cut.Points[i - 1].Share > 0.3);
        Assert.InRange(cut.Points[jump].At - cut.Points[jump - 1].At, 0, 0.002);
        Assert.True(File.ReadAllLines(folder.File("walk")).Length > 30);
    }

    [Fact]
    public void A_tall_picture_is_cut_above_and_below_and_the_head_stays()
    {
        using var folder = WorkFolder.Create(new MediaOptions());
        var pixels = new byte[72 * 128 * 3];
        Array.Fill(pixels, (byte)110);
        Fill(pixels, 72, 26, 6, 20, 22, (220, 169, 140));

        var path = CropPlanner.Plan([new SampledFrame(0, 72, 128, pixels)], 16 / 9.0, 0, folder, "tall");

        Assert.False(path.IsAcross);
        Assert.InRange(path.Points[0].Share, 0, 0.12);
    }

    private static CropPath Plan(WorkFolder folder, string name, IEnumerable<SampledFrame> frames) => CropPlanner.Plan([.. frames], 9 / 16.0, 0, folder, name);

    private static SampledFrame Frame(double at, int x, byte wall)
    {
        var pixels = new byte[128 * 72 * 3];
        Array.Fill(pixels, wall);
        Fill(pixels, 128, x, 20, 14, 30, (220, 169, 140));
        return new SampledFrame(at, 128, 72, pixels);
    }

    private static void Fill(byte[] pixels, int width, int x, int y, int w, int h, (byte R, byte G, byte B) colour)
    {
        for (var i = 0; i < w * h; i++)
        {
            var at = 3 * (((y + (i / w)) * width) + x + (i % w));
            (pixels[at], pixels[at + 1], pixels[at + 2]) = colour;
        }
    }

    private static Task<ConformResult> SmartAsync(Scratch scratch, string input) =>
        new FfmpegMediaProcessor(new MediaOptions { Fit = FrameFit.SmartCrop, Preset = "ultrafast", TemporaryFolder = scratch.Folder }, new RecordingRunner()).ConformAsync(
            new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Platform = Clips.Reels }, null, TestContext.Current.CancellationToken);
}
