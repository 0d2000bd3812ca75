using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Conforming;

public sealed class ResultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_fits_is_copied_byte_for_byte_where_an_output_is_wanted()
    {
        using var scratch = new Scratch();
        var input = Clips.Conforming(scratch.File("in.mp4"));
        var processor = new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner());

        var result = await processor.ConformAsync(new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Platform = Clips.Reels, AlwaysWrite = true }, null, Token);

        Assert.Equal(ConformAction.Copied, result.Action);
        Assert.Equal(await File.ReadAllBytesAsync(input, Token), await File.ReadAllBytesAsync(scratch.File("out.mp4"), Token));
        Assert.Equal(["in.mp4", "out.mp4"], scratch.Entries.Order());
        Assert.True(result.Timings is { Loudness.Ticks: 0, Probe.Ticks: > 0, Encode.Ticks: > 0 } times && times.Total >= times.Probe + times.Encode);
    }

    [Fact]
    public async Task The_input_is_never_the_output()
    {
        using var scratch = new Scratch();
        var input = Clips.Conforming(scratch.File("in.mp4"));
        var processor = new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner());

        var failure = await Assert.ThrowsAsync<MediaException>(() =>
            processor.ConformAsync(new ConformRequest { InputPath = input, OutputPath = Path.Combine(scratch.Folder, ".", "in.mp4"), Platform = Clips.Reels, AlwaysWrite = true }, null, Token));

        Assert.Equal("The output is the input: name another file.", failure.Message);
    }

    [Theory]
    [InlineData("-f lavfi -i gradients=s=270x480:r=30:d=2:speed=0.01:n=4:seed=4")]
    [InlineData("-f lavfi -i gradients=s=270x480:r=30:d=2:speed=0.02:n=2:seed=9,vignette")]
    public async Task A_smooth_clip_looks_the_same_after_one_encode_at_default_quality(string picture)
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"{picture} -c:v libx264 -preset ultrafast -qp 4 -pix_fmt yuv420p");
        var processor = new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner());

        var result = await processor.ConformAsync(new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Platform = Clips.Reels }, null, Token);

        Assert.Equal(ConformAction.Encoded, result.Action);
        Assert.InRange(Seen.Similarity(scratch.File("out.mp4"), input), 0.97, 1);
    }

    [Fact]
    public async Task An_encode_is_made_exactly_as_it_is_told()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.webm"), "-f lavfi -i testsrc2=s=480x270:r=24:d=3 -f lavfi -i sine=r=44100:d=3 -c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus");
        var runner = new RecordingRunner();

        await new FfmpegMediaProcessor(new MediaOptions { Preset = "ultrafast", Threads = 2 }, runner).ConformAsync(
            new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Platform = Clips.Reels }, null, Token);

        var made = await Measured.FileAsync(scratch.File("out.mp4"));
        Assert.Equal(("h264", "High", "yuv420p"), (made.Video.CodecName, made.Video.Profile, made.Video.PixFmt));
        Assert.Equal(("aac", "LC", "48000", 2), (made.Audio!.CodecName, made.Audio.Profile, made.Audio.SampleRate, made.Audio.Channels));
        Assert.True(made is { IsRateConstant: true, FramesPerSecond: 24, KeyFrames.IsClosed: true, Boxes: { IsIndexFirst: true, HasEditList: false } });
        Assert.InRange(made.KeyFrames.Longest.TotalSeconds, 1.99, 2.01);
        Assert.Contains(runner.Calls, c => c.Arguments.Contains("-threads 2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100_000_000, 15, 0, null)]
    [InlineData(5_000_000, 15, 0, 2303)]
    [InlineData(5_000_000, 15, 1, 2141)]
    [InlineData(1_000, 15, 0, 50)]
    public void The_rate_is_computed_from_the_size(long bytes, int seconds, int attempt, int? kilobits) =>
        Assert.Equal(kilobits, SizeCap.VideoKilobits(bytes, TimeSpan.FromSeconds(seconds), attempt));
}
