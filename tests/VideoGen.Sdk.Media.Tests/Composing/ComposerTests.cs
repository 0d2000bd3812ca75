using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Composing;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;
using static VideoGen.Sdk.Media.Composing.CompositionPart;

namespace VideoGen.Sdk.Media.Tests.Composing;

public sealed class ComposerTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Scratch scratch = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Clips_of_any_kind_are_joined_by_cuts_with_an_intro_and_an_outro()
    {
        var facts = await ComposeAsync(new Composition
        {
            Intro = new StillImage(Picture("intro.png", "white"), Second / 2),
            Parts = [new Clip(Plain("red.mp4", "red", 2, "180x320", 30, sound: true)), new Clip(Plain("blue.mkv", "blue", 2, "320x180", 25, sound: false)) { From = Second / 2, Length = Second }],
            Outro = new StillImage(Picture("outro.png", "lime"), Second / 2),
            Format = new VideoFormat { Width = 180, Height = 320, FramesPerSecond = 30 },
        });

        Assert.Equal((180, 320, 30m, "h264", "aac"), (facts.Width, facts.Height, facts.FramesPerSecond, facts.VideoCodec, facts.AudioCodec));
        Assert.InRange(Seen.Seconds(scratch.File("out.mp4")), 3.96, 4.04);
        Assert.True(At(0.25) is { Red: > 200, Green: > 200, Blue: > 200 });
        Assert.True(At(1.5) is { Red: > 200, Blue: < 60 });
        Assert.True(At(3) is { Blue: > 150, Red: < 60 });
        Assert.True(At(3.75) is { Green: > 200, Red: < 60 });
        Assert.True(Seen.Loudness(scratch.File("out.mp4"), 0.7, 1.5) > -40);
        Assert.True(Seen.Loudness(scratch.File("out.mp4"), 2.7, 0.8) < -60);
        var made = await Measured.FileAsync(scratch.File("out.mp4"));
        Assert.True(made is { KeyFrames.IsClosed: true, IsRateConstant: true, Boxes: { IsIndexFirst: true, HasEditList: false } });
        Assert.Empty(Processes.Naming(scratch.Folder));
    }

    [Fact]
    public async Task A_crossfade_is_half_and_half_in_its_middle_and_shortens_the_video()
    {
        await ComposeAsync(new Composition { Parts = [new Clip(Plain("a.mp4", "red", 2)), new Clip(Plain("b.mp4", "blue", 2))], Crossfade = Second });

        Assert.InRange(Seen.Seconds(scratch.File("out.mp4")), 2.96, 3.04);
        Assert.True(At(0.5) is { Red: > 200, Blue: < 60 });
        Assert.True(At(1.5) is { Red: > 80 and < 180, Blue: > 80 and < 180 });
        Assert.True(At(2.5) is { Blue: > 200, Red: < 60 });
    }

    [Theory]
    [InlineData(2.0, 1)]
    [InlineData(0.25, 8)]
    public async Task Speed_changes_the_length_of_picture_and_sound_and_not_the_pitch(double speed, double seconds)
    {
        await ComposeAsync(new Composition { Parts = [new Clip(Plain("a.mp4", "red", 2, sound: true)) { Speed = (decimal)speed }] });

        Assert.InRange(Seen.Seconds(scratch.File("out.mp4")), seconds - 0.04, seconds + 0.04);
        Assert.True(Band(440) > Band(440 * speed) + 15, "the pitch moved");
    }

    [Fact]
    public async Task Two_videos_stand_side_by_side_and_the_shorter_waits()
    {
        var facts = await ComposeAsync(new Composition
        {
            Parts = [new SideBySide(Plain("a.mp4", "red", 1), Plain("b.mp4", "blue", 2)) { LeftLabel = "A", RightLabel = "B" }],
        });

        Assert.Equal((360, 320), (facts.Width, facts.Height));
        Assert.InRange(Seen.Seconds(scratch.File("out.mp4")), 1.96, 2.04);
        Assert.True(At(1.8, "100:100:20:200") is { Red: > 200, Blue: < 60 });
        Assert.True(At(1.8, "100:100:240:200") is { Blue: > 200, Red: < 60 });
        Assert.True(At(1, "40:30:70:20").Green > 10, "the label is missing");
    }

    [Theory]
    [InlineData(Corner.TopLeft, "30:30:10:10")]
    [InlineData(Corner.TopRight, "30:30:140:10")]
    [InlineData(Corner.BottomLeft, "30:30:10:280")]
    [InlineData(Corner.BottomRight, "30:30:140:280")]
    public async Task A_logo_stands_in_its_corner_for_the_whole_length(Corner corner, string place)
    {
        await ComposeAsync(new Composition
        {
            Parts = [new Clip(Plain("a.mp4", "blue", 1))],
            Logo = new LogoMark(Picture("logo.png", "red")) { Corner = corner, Width = 0.3, Opacity = 0.5, Margin = 0 },
        });

        foreach (var at in new[] { 0, 0.9 })
        {
            Assert.True(At(at, place) is { Red: > 90 and < 170, Blue: > 90 and < 170 });
        }

        Assert.True(At(0.5, "60:60:60:130") is { Red: < 40, Blue: > 200 });
    }

    [Theory]
    [InlineData("Hello world")]
    [InlineData("שלום עולם")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("Здравствуй, мир")]
    public async Task Burned_subtitles_are_drawn_only_in_their_time(string words)
    {
        await File.WriteAllTextAsync(scratch.File("s.srt"), $"1\n00:00:01,000 --> 00:00:02,000\n{words}\n", Token);

        await ComposeAsync(new Composition { Parts = [new Clip(Plain("a.mp4", "blue", 2))], Subtitles = new SubtitleTrack(scratch.File("s.srt")) { Size = 0.12 } });

        const string Place = "180:60:0:210";
        Assert.InRange(At(1.5, Place).Green - At(0.5, Place).Green, 5, 120);
    }

    [Fact]
    public async Task Attached_subtitles_are_a_track_with_a_language()
    {
        await File.WriteAllTextAsync(scratch.File("s.vtt"), "WEBVTT\n\n00:00.000 --> 00:01.000\nשלום {world}\n", Token);

        await ComposeAsync(new Composition { Parts = [new Clip(Plain("a.mp4", "blue", 1))], Subtitles = new SubtitleTrack(scratch.File("s.vtt")) { IsBurnedIn = false, Language = "heb" } });

        Assert.Contains("codec_name=mov_text|codec_type=subtitle", Seen.Streams(scratch.File("out.mp4")), StringComparison.Ordinal);
        Assert.Contains("language=heb", Seen.Streams(scratch.File("out.mp4")), StringComparison.Ordinal);
        Assert.Contains("שלום (world)", Shell.Run("ffmpeg", "-v", "error", "-i", scratch.File("out.mp4"), "-map", "0:s", "-f", "srt", "-"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Music_steps_back_under_speech_is_repeated_and_fades_out()
    {
        var speech = Shell.Clip(scratch.File("speech.mp4"), $"-f lavfi -i color=gray:s=180x320:r=30:d=8 -f lavfi -i aevalsrc=0.5*sin(2*PI*200*t)*between(t\\,2\\,5):s=48000:d=8 {Clips.Video} {Clips.Audio}");
        var music = Shell.Clip(scratch.File("music.mp3"), "-f lavfi -i sine=f=3000:d=1:r=48000,volume=6dB -c:a libmp3lame");

        await ComposeAsync(new Composition { Parts = [new Clip(speech)], Music = new MusicBed(music) { GainDecibels = 0 } });

        Assert.InRange(Band(3000, 0.5, 1) - Band(3000, 3.2, 1.5), 5, 30);
        Assert.InRange(Band(3000, 6, 0.4) - Band(3000, 0.5, 1), -3, 3);
        Assert.True(Band(3000, 7.8, 0.2) < Band(3000, 6, 0.4) - 8, "it does not fade");
    }

    [Fact]
    public async Task A_smart_crop_follows_the_clip_at_its_pace()
    {
        var wide = Shell.Clip(scratch.File("wide.mp4"), $"-f lavfi -i color=gray:s=480x270:r=10:d=4 -f lavfi -i color=0xdca98c:s=44x60:r=10:d=4 -filter_complex [0][1]overlay=x=if(lt(t\\,2)\\,20\\,416):y=60 {Clips.Video}");

        await ComposeAsync(new Composition { Parts = [new Clip(wide) { Speed = 2 }], Format = new VideoFormat { Width = 180, Height = 320, FramesPerSecond = 30 }, Fit = FrameFit.SmartCrop });

        foreach (var at in new[] { 0.3, 1.7 })
        {
            Assert.True(At(at) is var seen && seen.Red - seen.Blue > 4, $"nobody is seen at {at} s: {At(at)}");
        }
    }

    [Fact]
    public async Task Cancelling_leaves_no_process_no_file_and_no_folder()
    {
        var input = Plain("a.mp4", "red", 60, "480x270");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var shares = new SharesSeen();
        var composer = new VideoComposer(new MediaOptions { Preset = "veryslow", TemporaryFolder = scratch.Folder }, new RecordingRunner());

        var work = composer.ComposeAsync(new Composition { Parts = [new Clip(input)], Format = new VideoFormat { Width = 1080, Height = 1920 } }, scratch.File("out.mp4"), shares, cancel.Token);
        Assert.Same(shares.First, await Task.WhenAny(shares.First, work));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Empty(Processes.Naming(scratch.Folder));
        Assert.Equal(["a.mp4"], scratch.Entries);
    }

    private (int Red, int Green, int Blue) At(double at, string crop = "iw:ih:0:0") => Seen.Colour(scratch.File("out.mp4"), at, crop);

    /// <summary>How loud the neighbourhood of a frequency is, in dB.</summary>
    private double Band(double hertz, double from = 0, double length = 100)
    {
        var said = Shell.Errors("ffmpeg", "-hide_banner", "-nostats", "-ss", FormattableString.Invariant($"{from}"), "-t", FormattableString.Invariant($"{length}"), "-i", scratch.File("out.mp4"),
            "-vn", "-af", FormattableString.Invariant($"bandpass=f={hertz}:width_type=h:w=60,bandpass=f={hertz}:width_type=h:w=60,volumedetect"), "-f", "null", "-");
        return double.Parse(said.Split("mean_volume:")[1].Split("dB")[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Plain(string name, string colour, int seconds, string size = "180x320", int rate = 30, bool sound = false) =>
        Shell.Clip(scratch.File(name), $"-f lavfi -i color={colour}:s={size}:r={rate}:d={seconds} {(sound ? $"-f lavfi -i sine=f=440:d={seconds}:r=44100" : "")} -c:v libx264 -preset ultrafast -pix_fmt yuv420p");

    private string Picture(string name, string colour) => Shell.Clip(scratch.File(name), $"-f lavfi -i color={colour}:s=64x64 -frames:v 1");

    private Task<MediaFacts> ComposeAsync(Composition composition) =>
        new VideoComposer(new MediaOptions { Preset = "ultrafast", TemporaryFolder = scratch.Folder }, new RecordingRunner()).ComposeAsync(composition, scratch.File("out.mp4"), null, Token);
}
