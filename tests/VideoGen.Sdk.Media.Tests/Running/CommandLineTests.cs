using System.Diagnostics;
using VideoGen.Sdk.Media.Running;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Running;

public sealed class CommandLineTests
{
    [Fact]
    public void Every_argument_arrives_as_it_was()
    {
        string[] arguments = ["plain", "", " ", "a b", "\"", "\\", "\\\\", "a\\", "a b\\", "\\\"", "a\\\\\"b c\\\\", "'single'", "$HOME `id` %PATH%", "tab\there", "new\nline", "-y", "שלום😀", "x\" -i y \""];
        var start = new ProcessStartInfo("printf", CommandLine.Of(["%s\\0", .. arguments])) { RedirectStandardOutput = true };

        using var process = Process.Start(start)!;
        var arrived = process.StandardOutput.ReadToEnd().Split('\0')[..^1];
        process.WaitForExit();

        Assert.Equal(arguments, arrived);
    }

    [Fact]
    public void A_quote_in_a_name_cannot_add_an_argument() =>
        Assert.Equal("-i \"file:a\\\" -f null - -i \\\"b\"", LocalFile.Input("a\" -f null - -i \"b").Text);

    [Fact]
    public void What_ffmpeg_prints_becomes_one_sentence()
    {
        var full = ToolFailure.For("Fitting the video", new ToolOutput(1, [], ["av_interleaved_write_frame(): No space left on device", "Conversion failed!"]));
        var corrupt = ToolFailure.For("Reading 'a.mp4'", new ToolOutput(1, [], ["file:a.mp4: Invalid data found when processing input"]));
        var other = ToolFailure.For("Rendering", new ToolOutput(3, [], ["something new."]));

        Assert.Equal("Fitting the video failed: the disk is full: free some space or move the output folder.", full.Message);
        Assert.False(full.IsInputFault);
        Assert.Equal("Reading 'a.mp4' failed: the file is corrupt or not a video.", corrupt.Message);
        Assert.True(corrupt.IsInputFault);
        Assert.Equal("Rendering failed: ffmpeg ended with exit code 3 (something new).", other.Message);
    }

    [Theory]
    [InlineData("out_time_us=500000", 0.25)]
    [InlineData("out_time_us=9000000", 1.0)]
    [InlineData("out_time_us=-20000", 0.0)]
    [InlineData("out_time_us=N/A", null)]
    [InlineData("frame=12", null)]
    public void Progress_is_a_share(string line, double? share) => Assert.Equal(share, ToolProgress.Read(line, TimeSpan.FromSeconds(2)));
}
