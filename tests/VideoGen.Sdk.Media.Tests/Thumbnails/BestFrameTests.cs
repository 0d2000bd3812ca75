using VideoGen.Sdk.Media.Sampling;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Media.Thumbnails;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Thumbnails;

public sealed class BestFrameTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2, 10)]
    [InlineData(14, 6)]
    public async Task A_black_beginning_does_not_become_the_still(int seconds, int rate)
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i testsrc2=s=270x480:r={rate}:d={seconds},fade=t=in:st={seconds / 4.0}:d=0.5:color=black -c:v libx264 -preset ultrafast -g {rate}");
        var processor = new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner());

        Assert.True(await processor.CreateThumbnailAsync(input, scratch.File("still.jpg"), Token));

        Assert.Equal([0xFF, 0xD8, 0xFF], (await File.ReadAllBytesAsync(scratch.File("still.jpg"), Token))[..3]);
        Assert.True(Seen.Brightness(scratch.File("still.jpg")) > 60);
        Assert.Equal(["in.mp4", "still.jpg"], scratch.Entries.Order());
    }

    [Fact]
    public async Task A_video_that_is_all_black_still_has_a_still()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), "-f lavfi -i color=black:s=270x480:r=10:d=1 -c:v libx264 -preset ultrafast");

        await new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner()).CreateThumbnailAsync(input, scratch.File("still.jpg"), Token);

        Assert.True(new FileInfo(scratch.File("still.jpg")).Length > 100);
    }

    [Fact]
    public async Task Neither_a_blurred_frame_nor_one_in_the_middle_of_a_dissolve_is_taken()
    {
        // Two blurred seconds, a dissolve of two seconds, one and a half sharp ones, then black.
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), "-f lavfi -i testsrc2=s=270x480:r=10:d=4 -f lavfi -i testsrc=s=270x480:r=10:d=5.5 -filter_complex "
            + "[0]gblur=9,format=yuv420p[a];[1]fade=t=out:st=3.5:d=0.5,format=yuv420p[b];[a][b]xfade=duration=2:offset=2[v] -map [v] -c:v libx264 -preset ultrafast");

        var still = await new VideoStills(new MediaOptions(), new RecordingRunner()).CreateAsync(new StillRequest { InputPath = input, OutputPath = scratch.File("still.jpg") }, Token);

        Assert.InRange(still.At.TotalSeconds, 3.74, 5.5);
    }

    [Fact]
    public void Movement_is_no_dissolve()
    {
        var moving = Enumerable.Range(0, 9).Select(i => Frame(i, (x, y) => (byte)(((x + (i * 7)) / 8 % 2 * 160) + 40))).ToList();
        var dissolve = Enumerable.Range(0, 9).Select(i => Frame(i, (x, y) => (byte)(((x / 8 % 2 * 160) * (8 - i) / 8) + ((y / 8 % 2 * 160) * i / 8) + 40))).ToList();

        Assert.DoesNotContain(true, Enumerable.Range(0, 9).Select(i => Transitions.IsBetween(moving, i)));
        Assert.All(Enumerable.Range(2, 5), i => Assert.True(Transitions.IsBetween(dissolve, i)));
    }

    private static SampledFrame Frame(int at, Func<int, int, byte> pixel)
    {
        var pixels = new byte[64 * 64 * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = pixel(i / 3 % 64, i / 3 / 64);
        }

        return new SampledFrame(at / 4.0, 64, 64, pixels);
    }
}
