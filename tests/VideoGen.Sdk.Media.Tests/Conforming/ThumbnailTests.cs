using System.Globalization;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Media.Thumbnails;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Conforming;

public sealed class ThumbnailTests
{
    [Theory]
    [InlineData(2, 10)]
    [InlineData(14, 6)]
    public async Task A_black_beginning_does_not_become_the_still(int seconds, int rate)
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i testsrc2=s=270x480:r={rate}:d={seconds},fade=t=in:st={seconds / 4.0}:d=0.5:color=black -c:v libx264 -preset ultrafast -g {rate}");
        var processor = new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner());

        Assert.True(await processor.CreateThumbnailAsync(input, scratch.File("still.jpg"), TestContext.Current.CancellationToken));

        Assert.Equal([0xFF, 0xD8, 0xFF], (await File.ReadAllBytesAsync(scratch.File("still.jpg"), TestContext.Current.CancellationToken))[..3]);
        Assert.True(Brightness(scratch.File("still.jpg")) > 60);
        Assert.Equal(["in.mp4", "still.jpg"], scratch.Entries.Order());
    }

    [Fact]
    public async Task A_video_that_is_all_black_still_has_a_still()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), "-f lavfi -i color=black:s=270x480:r=10:d=1 -c:v libx264 -preset ultrafast");

        await new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner()).CreateThumbnailAsync(input, scratch.File("still.jpg"), TestContext.Current.CancellationToken);

        Assert.True(new FileInfo(scratch.File("still.jpg")).Length > 100);
    }

    [Fact]
    public void Light_counts_before_detail()
    {
        var best = FrameScore.Best(FrameScore.Read(
        [
            "frame:0    pts:0       pts_time:0", "lavfi.signalstats.YAVG=16", "lavfi.entropy.normalized_entropy.normal.Y=0.99",
            "frame:1    pts:512     pts_time:1.5", "lavfi.signalstats.YAVG=90.5", "lavfi.entropy.normalized_entropy.normal.Y=0.5",
            "frame:2    pts:1024    pts_time:2", "lavfi.signalstats.YAVG=nan", "lavfi.entropy.normalized_entropy.normal.Y=-nan",
        ]));

        Assert.Equal(new FrameScore(TimeSpan.FromSeconds(1.5), 90.5, 0.5), best);
    }

    private static double Brightness(string path)
    {
        var text = Shell.Run("ffmpeg", "-v", "error", "-i", path, "-vf", "signalstats,metadata=mode=print:key=lavfi.signalstats.YAVG:file=-", "-f", "null", "-");
        return double.Parse(text.Split("YAVG=")[1].Split('\n')[0], CultureInfo.InvariantCulture);
    }
}
