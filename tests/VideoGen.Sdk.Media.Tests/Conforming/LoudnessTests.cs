using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Conforming;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Conforming;

public sealed class LoudnessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sine=f=440:r=44100:d=3,volume=-32dB", 0.5)]
    [InlineData("sine=f=440:r=44100:d=3,volume=16dB", 0.5)]
    [InlineData("anoisesrc=r=44100:d=3:a=0.4:seed=3,volume='0.05+2*lt(mod(t,0.5),0.02)':eval=frame", 0.5)]
    [InlineData("aevalsrc='0.02*sin(2*PI*300*t)|0.7*sin(2*PI*180*t)*lt(mod(t,1.5),0.3)':s=44100:d=6", 0.5)]
    public async Task Sound_that_is_encoded_comes_out_at_minus_14(string sound, double tolerance)
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i testsrc2=s=270x480:r=30:d=3 -f lavfi -i {sound} {Clips.Video} -c:a aac -b:a 160k {Clips.Clean}");

        var result = await ConformAsync(scratch, input);

        Assert.NotEqual(ConformAction.Unchanged, result.Action);
        Assert.InRange(Seen.Loudness(scratch.File("out.mp4")), -14 - tolerance, -14 + tolerance);
        Assert.True(Seen.Peak(scratch.File("out.mp4")) < -0.5);
        Assert.True(result.Timings!.Loudness > TimeSpan.Zero);
    }

    [Fact]
    public async Task Loudness_alone_is_no_fault_unless_it_is_asked_for()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"{Clips.Picture} -f lavfi -i sine=r=48000:d=2,volume=-20dB {Clips.Video} {Clips.Audio} {Clips.Clean}");

        Assert.Equal(ConformAction.Unchanged, (await ConformAsync(scratch, input)).Action);
        var asked = await ConformAsync(scratch, input, new MediaOptions { AlwaysSetLoudness = true });

        Assert.Equal(ConformAction.Audio, asked.Action);
        Assert.Contains(asked.Reasons, r => r.Contains("LUFS, not -14", StringComparison.Ordinal));
        Assert.InRange(Seen.Loudness(scratch.File("out.mp4")), -14.5, -13.5);
        Assert.Equal(ConformAction.Unchanged, (await ConformAsync(scratch, scratch.File("out.mp4"), new MediaOptions { AlwaysSetLoudness = true }, "again.mp4")).Action);
    }

    [Fact]
    public async Task Silence_stays_silent()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"{Clips.Picture} -f lavfi -i anullsrc=r=44100:d=2 -shortest {Clips.Video} -c:a aac {Clips.Clean}");

        Assert.Equal(ConformAction.Audio, (await ConformAsync(scratch, input)).Action);
        Assert.True(Seen.Loudness(scratch.File("out.mp4")) <= -70);
    }

    [Fact]
    public void What_loudnorm_prints_is_read_and_silence_has_no_loudness()
    {
        Assert.Equal(new LoudnessReading(-21.75, -18.06), LoudnessReading.Read(["{", "\t\"input_i\" : \"-21.75\",", "\t\"input_tp\" : \"-18.06\",", "}"]));
        Assert.Null(LoudnessReading.Read(["\"input_i\" : \"-inf\",", "\"input_tp\" : \"-inf\","]));
        Assert.Null(LoudnessReading.Read([]));
    }

    private static Task<ConformResult> ConformAsync(Scratch scratch, string input, MediaOptions? options = null, string output = "out.mp4")
    {
        var given = options ?? new MediaOptions();
        given.Preset = "ultrafast";
        return new FfmpegMediaProcessor(given, new RecordingRunner()).ConformAsync(
            new ConformRequest { InputPath = input, OutputPath = scratch.File(output), Platform = Clips.Reels }, null, Token);
    }
}
