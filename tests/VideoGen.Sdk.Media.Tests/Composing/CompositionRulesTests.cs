using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Composing;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;
using static VideoGen.Sdk.Media.Composing.CompositionPart;

namespace VideoGen.Sdk.Media.Tests.Composing;

public sealed class CompositionRulesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<Composition, string> Faults { get; } = new()
    {
        { new Composition { Parts = [] }, "Parts is empty" },
        { new Composition { Parts = [.. Enumerable.Repeat(new Clip("x"), 51)] }, "51 parts" },
        { new Composition { Parts = [new Clip("x")], Crossfade = Second * 6 }, "Crossfade" },
        { new Composition { Parts = [new Clip("x") { Speed = 5 }] }, "Speed is 5" },
        { new Composition { Parts = [new Clip("x") { From = -Second }] }, "begins at zero" },
        { new Composition { Parts = [new StillImage("x", TimeSpan.Zero)] }, "still picture" },
        { new Composition { Parts = [new Clip("x")], Format = new VideoFormat { Width = 181, Height = 320 } }, "must be even" },
        { new Composition { Parts = [new Clip("x")], Logo = new LogoMark("x") { Opacity = 2 } }, "Logo" },
        { new Composition { Parts = [new Clip("x")], Music = new MusicBed("x") { GainDecibels = 99 } }, "gain" },
        { new Composition { Parts = [new Clip("x")], Subtitles = new SubtitleTrack("x") { Language = "e'n" } }, "language" },
        { new Composition { Parts = [new Clip("x")], Subtitles = new SubtitleTrack("x") { Font = "A,{\\an8}" } }, "font" },
        { new Composition { Parts = [new Clip("x")], Fit = (FrameFit)9 }, "Fit" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task What_cannot_be_made_is_said_before_anything_is_opened(Composition composition, string word)
    {
        using var scratch = new Scratch();
        var runner = new RecordingRunner();

        var failure = await Assert.ThrowsAsync<MediaException>(() =>
            new VideoComposer(new MediaOptions(), runner).ComposeAsync(composition, scratch.File("out.mp4"), null, TestContext.Current.CancellationToken));

        Assert.Contains(word, failure.Message, StringComparison.Ordinal);
        Assert.Empty(runner.Calls);
        Assert.Empty(scratch.Entries);
    }

    [Fact]
    public async Task Every_input_is_looked_at_by_its_first_bytes_and_opened_under_the_rules_of_its_kind()
    {
        using var scratch = new Scratch();
        var video = Shell.Clip(scratch.File("a.mp4"), "-f lavfi -i color=red:s=64x64:d=1:r=10 -c:v libx264 -preset ultrafast");
        await File.WriteAllTextAsync(scratch.File("list.m3u8"), "#EXTM3U\n#EXTINF:5,\na.mp4\n#EXT-X-ENDLIST\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(scratch.File("mark.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/hostname'/></svg>", TestContext.Current.CancellationToken);
        var runner = new RecordingRunner();
        var composer = new VideoComposer(new MediaOptions(), runner);
        var before = scratch.Entries.Order().ToList();

        foreach (var (composition, word) in new (Composition, string)[]
        {
            (new Composition { Parts = [new Clip(scratch.File("list.m3u8"))] }, "not a video of a known kind"),
            (new Composition { Parts = [new StillImage(scratch.File("mark.svg"), Second)] }, "not a picture of a known kind"),
            (new Composition { Parts = [new Clip(video)], Logo = new LogoMark(scratch.File("mark.svg")) }, "not a picture of a known kind"),
            (new Composition { Parts = [new Clip(video)], Music = new MusicBed(scratch.File("list.m3u8")) }, "not sound of a known kind"),
            (new Composition { Parts = [new Clip(video)], Music = new MusicBed(video) }, "holds no sound"),
            (new Composition { Parts = [new Clip(video)], Subtitles = new SubtitleTrack(video) }, "neither SRT nor WebVTT"),
            (new Composition { Parts = [new Clip(video) { From = Second * 5 }] }, "ends at 1 s"),
            (new Composition { Parts = [new Clip(video), new Clip(video)], Crossfade = Second }, "shorter than twice that"),
        })
        {
            var failure = await Assert.ThrowsAsync<MediaException>(() => composer.ComposeAsync(composition, scratch.File("out.mp4"), null, TestContext.Current.CancellationToken));
            Assert.Contains(word, failure.Message, StringComparison.Ordinal);
        }

        Assert.All(runner.Calls, c => Assert.Contains("-protocol_whitelist file -format_whitelist", c.Arguments, StringComparison.Ordinal));
        Assert.Equal(before, scratch.Entries.Order());
    }
}
