using Moq;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Conforming;

public sealed class LadderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>How each input is made, the step that it needs and a word of the reason.</summary>
    public static TheoryData<string, string, ConformAction, string> Inputs { get; } = new()
    {
        { "in.mp4", $"{Clips.Picture} {Clips.Tone} {Clips.Video} {Clips.Audio}", ConformAction.Remuxed, "edit list" },
        { "in.mp4", $"{Clips.Picture} {Clips.Tone} {Clips.Video} {Clips.Audio} -movflags negative_cts_offsets -use_editlist 0", ConformAction.Remuxed, "index" },
        { "in.mkv", $"{Clips.Picture} {Clips.Tone} {Clips.Video} {Clips.Audio}", ConformAction.Remuxed, "not an MP4" },
        { "in.mp4", $"{Clips.Picture} {Clips.Tone} {Clips.Tone} -map 0 -map 1 -map 2 {Clips.Video} {Clips.Audio} {Clips.Clean}", ConformAction.Remuxed, "further streams" },
        { "in.mp4", $"{Clips.Picture} {Clips.Tone} {Clips.Video} -c:a libmp3lame -ar 48000 {Clips.Clean}", ConformAction.Audio, "mp3" },
        { "in.mp4", $"{Clips.Picture} {Clips.Tone} {Clips.Video} -c:a aac -ar 44100 {Clips.Clean}", ConformAction.Audio, "44100" },
        { "in.mp4", $"{Clips.Picture} {Clips.Tone} {Clips.Video} -c:a aac -ar 48000 -ac 6 {Clips.Clean}", ConformAction.Audio, "6 channels" },
        { "in.webm", "-f lavfi -i testsrc2=s=270x480:r=30:d=1 -c:v libvpx -deadline realtime -cpu-used 8", ConformAction.Encoded, "vp8" },
        { "in.mp4", $"-f lavfi -i testsrc2=s=480x270:r=30:d=1 {Clips.Video} {Clips.Clean}", ConformAction.Encoded, "480x270" },
        { "in.mp4", $"{Clips.Picture} -c:v libx264 -preset ultrafast -pix_fmt yuv444p {Clips.Clean}", ConformAction.Encoded, "yuv444p" },
        { "in.mp4", $"{Clips.Picture} {Clips.Video} -r 10 {Clips.Clean}", ConformAction.Encoded, "10 frames" },
        { "in.mp4", $"-f lavfi -i testsrc2=s=270x480:r=30:d=6 {Clips.Video} {Clips.Clean}", ConformAction.Encoded, "longer than 4 s" },
        { "in.mp4", $"-f lavfi -i testsrc2=s=270x480:r=30:d=0.5 -f lavfi -i sine=r=48000:d=0.5 {Clips.Video} {Clips.Audio} {Clips.Clean}", ConformAction.Encoded, "last frame is held" },
        { "in.mp4", $"{Clips.Picture} -vf setsar=4/3 {Clips.Video} {Clips.Clean}", ConformAction.Encoded, "not square" },
        { "in.mp4", $"{Clips.Picture} -vf setpts=if(gt(N\\,20)\\,N+10\\,N)/30/TB -vsync vfr {Clips.Video} {Clips.Clean}", ConformAction.Encoded, "varies" },
        { "in.mp4", $"{Clips.Picture} -c:v libx264 -preset veryfast -pix_fmt yuv420p -x264-params open-gop=1:keyint=30:min-keyint=30:bframes=3:scenecut=0 {Clips.Clean}", ConformAction.Encoded, "open" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Only_as_much_is_made_anew_as_is_needed(string name, string making, ConformAction action, string reason)
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File(name), making);
        var before = await File.ReadAllBytesAsync(input, Token);

        var result = await ConformAsync(scratch, input);

        Assert.Equal(action, result.Action);
        Assert.Contains(result.Reasons, r => r.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(before, await File.ReadAllBytesAsync(input, Token));
        Assert.Equal(["in" + Path.GetExtension(name), "out.mp4"], scratch.Entries.Order());
        var again = await ConformAsync(scratch, scratch.File("out.mp4"), "again.mp4");
        Assert.Equal(ConformAction.Unchanged, again.Action);
        Assert.Equal(result.Facts, again.Facts);
    }

    [Fact]
    public async Task A_file_that_fits_is_not_written_again_and_ffmpeg_is_not_even_started()
    {
        using var scratch = new Scratch();
        var input = Clips.Conforming(scratch.File("in.mp4"));
        var before = await File.ReadAllBytesAsync(input, Token);
        var real = new RecordingRunner();
        var runner = new Mock<IToolRunner>();
        runner.Setup(r => r.RunAsync(It.IsAny<ToolCall>(), It.IsAny<CancellationToken>())).Returns<ToolCall, CancellationToken>(real.RunAsync);

        var result = await ConformAsync(scratch, input, runner: runner.Object);

        Assert.Equal(ConformAction.Unchanged, result.Action);
        Assert.Empty(result.Reasons);
        Assert.Equal(before, await File.ReadAllBytesAsync(input, Token));
        Assert.Equal(["in.mp4"], scratch.Entries);
        runner.Verify(r => r.RunAsync(It.Is<ToolCall>(c => c.Tool == FfmpegTool.Ffmpeg), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Copying_keeps_the_picture_bit_for_bit()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"{Clips.Picture} {Clips.Tone} {Clips.Video} -c:a libmp3lame -ar 48000");

        await ConformAsync(scratch, input);

        Assert.Equal(PictureHash(input), PictureHash(scratch.File("out.mp4")));
    }

    [Fact]
    public async Task A_turned_picture_is_stored_upright()
    {
        using var scratch = new Scratch();
        var lying = Shell.Clip(scratch.File("lying.mp4"), $"-f lavfi -i testsrc2=s=480x270:r=30:d=1 {Clips.Video}");
        var turned = Shell.Clip(scratch.File("turned.mp4"), $"-i {lying} -c copy -metadata:s:v rotate=90");

        var result = await ConformAsync(scratch, turned);

        Assert.Equal(ConformAction.Encoded, result.Action);
        Assert.Contains("it is stored turned", result.Reasons);
        Assert.Equal((270, 480), (result.Facts!.Width, result.Facts.Height));
    }

    [Fact]
    public async Task A_file_that_is_too_large_comes_out_below_the_limit()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i testsrc2=s=270x480:r=30:d=3,noise=alls=60:allf=t {Clips.Video} -crf 1 {Clips.Clean}");
        Assert.True(new FileInfo(input).Length > 2_000_000);

        var result = await ConformAsync(scratch, input, platform: Clips.Reels with { MaxFileSizeMb = 1 });

        Assert.Equal(ConformAction.Encoded, result.Action);
        Assert.InRange(result.Facts!.Bytes, 300_000, 1_000_000);
    }

    [Theory]
    [InlineData(FrameFit.BlurredBackground)]
    [InlineData(FrameFit.Pad)]
    [InlineData(FrameFit.Crop)]
    public async Task Every_fit_fills_the_frame(FrameFit fit)
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i color=red:s=480x270:r=30:d=1 {Clips.Video}");

        var result = await ConformAsync(scratch, input, options: new MediaOptions { Fit = fit, Preset = "ultrafast" });

        Assert.Equal((270, 480), (result.Facts!.Width, result.Facts.Height));
        var corner = Shell.Run("ffmpeg", "-v", "error", "-i", scratch.File("out.mp4"), "-frames:v", "1", "-vf", "crop=16:16:0:0,signalstats,metadata=mode=print:key=lavfi.signalstats.YAVG:file=-", "-f", "null", "-");
        var brightness = double.Parse(corner.Split("YAVG=")[1].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(fit == FrameFit.Pad ? brightness < 20 : brightness > 30, $"{fit}: {brightness}");
    }

    [Fact]
    public async Task An_exact_format_overrides_the_platform()
    {
        using var scratch = new Scratch();
        var input = Clips.Conforming(scratch.File("in.mp4"));
        var processor = new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner());

        var result = await processor.ConformAsync(
            new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Format = new VideoFormat { Width = 320, Height = 320, FramesPerSecond = 29.97m } }, null, Token);

        Assert.Equal((320, 320, 29.97m), (result.Facts!.Width, result.Facts.Height, result.Facts.FramesPerSecond));
    }

    [Fact]
    public async Task A_missing_target_is_said()
    {
        using var scratch = new Scratch();
        var processor = new FfmpegMediaProcessor(new MediaOptions(), new RecordingRunner());

        var failure = await Assert.ThrowsAsync<MediaException>(() =>
            processor.ConformAsync(new ConformRequest { InputPath = Clips.Conforming(scratch.File("in.mp4")), OutputPath = scratch.File("out.mp4") }, null, Token));

        Assert.Contains("A platform or a format is needed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_statement_of_origin_is_said()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"{Clips.Picture} {Clips.Video}");
        byte[] box = [0, 0, 0, 28, .. "uuid"u8, 0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81, 1, 2, 3, 4];
        await File.WriteAllBytesAsync(input, [.. await File.ReadAllBytesAsync(input, Token), .. box], Token);

        var result = await ConformAsync(scratch, input);

        Assert.Contains(result.Reasons, r => r.Contains("C2PA", StringComparison.Ordinal));
    }

    private static Task<ConformResult> ConformAsync(
        Scratch scratch, string input, string output = "out.mp4", IToolRunner? runner = null, MediaOptions? options = null, Platforms.PlatformSpecs? platform = null) =>
        new FfmpegMediaProcessor(options ?? new MediaOptions { Preset = "ultrafast" }, runner ?? new RecordingRunner())
            .ConformAsync(new ConformRequest { InputPath = input, OutputPath = scratch.File(output), Platform = platform ?? Clips.Reels }, null, Token);

    private static string PictureHash(string path) => Shell.Run("ffmpeg", "-v", "error", "-i", path, "-map", "0:v", "-f", "md5", "-");
}
