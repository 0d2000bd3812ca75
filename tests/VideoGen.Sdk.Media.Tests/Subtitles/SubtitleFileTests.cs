using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Composing;
using VideoGen.Sdk.Media.Subtitles;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Media.Text;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Subtitles;

public sealed class SubtitleFileTests
{
    [Fact]
    public void SubRip_and_WebVTT_say_the_same()
    {
        var srt = SubtitleFile.Parse("1\r\n00:00:01,500 --> 00:00:02,750\r\n<i>Hello</i> {\\an8}there\r\nשלום\r\n\r\n2\r\n01:00:00,000 --> 01:00:01,000\r\nlast");
        var vtt = SubtitleFile.Parse("WEBVTT\n\nNOTE nothing\n\nSTYLE\n::cue { color: red }\n\nid\n00:01.500 --> 00:02.750 line:0 align:start\n<v Bob>Hello</v> there\nשלום\n\n01:00:00.000 --> 01:00:01.000\nlast\n");

        Assert.Equal(2, srt.Count);
        Assert.Equal((1.5, 2.75), (srt[0].From, srt[0].Until));
        Assert.Equal(["Hello there", "שלום"], srt[0].Lines);
        Assert.Equal(3600, srt[1].From);
        Assert.Equal(srt.SelectMany(c => c.Lines), vtt.SelectMany(c => c.Lines));
        Assert.Equal(srt.Select(c => (c.From, c.Until)), vtt.Select(c => (c.From, c.Until)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("00:00:02,000 --> 00:00:01,000\nbackwards\n")]
    [InlineData("[Script Info]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,x\n")]
    public async Task A_file_without_cues_is_refused(string text)
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch.File("s.srt"), text, TestContext.Current.CancellationToken);

        var failure = Assert.Throws<MediaException>(() => SubtitleFile.Read(scratch.File("s.srt")));

        Assert.True(failure.IsInputFault);
        Assert.Contains("neither SRT nor WebVTT", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_never_become_commands_of_the_renderer()
    {
        var cues = SubtitleFile.Parse("00:00:00,000 --> 00:00:01,000\nC:\\Nowhere {x} &lt;b&gt; \\h\n");

        var styled = new SubtitleWriter(FontShelf.Open(new MediaOptions())).Styled(cues, new SubtitleTrack("s.srt"), 540, 960);

        var line = styled.Split('\n').Single(l => l.StartsWith("Dialogue:", StringComparison.Ordinal));
        Assert.Contains("\\\u2060Nowhere \\{x\\}", line, StringComparison.Ordinal);
        Assert.Contains("\\\u2060h", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\\h", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_without_spaces_are_broken_too()
    {
        var writer = new SubtitleWriter(FontShelf.Open(new MediaOptions()));

        var lines = writer.Wrap("これは日本語の字幕です。とても長い文章なので、途中で折り返さなければなりません。", 12).ToList();

        Assert.True(lines.Count >= 3);
        Assert.Equal("これは日本語の字幕です。とても長い文章なので、途中で折り返さなければなりません。", string.Concat(lines));
        Assert.Equal(["one two", "three"], writer.Wrap("one two three", 5.5));
    }
}
