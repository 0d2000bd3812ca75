using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using VideoGen.Sdk.Testing.Sandbox.Clips;

namespace VideoGen.Sdk.Testing.Tests.Sandbox;

public sealed class MovieTests
{
    [Theory]
    [InlineData(720, 1280, 5)]
    [InlineData(1280, 720, 10)]
    [InlineData(1080, 1920, 5)]
    [InlineData(1344, 768, 6)]
    [InlineData(3840, 2160, 3)]
    public async Task A_clip_has_the_size_and_length_it_was_asked_for_and_decodes_without_a_complaint(int width, int height, int seconds)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mp4");
        await File.WriteAllBytesAsync(path, Movie.Write(ClipShape.Of(width, height, seconds)), TestContext.Current.CancellationToken);
        try
        {
            var facts = await RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height:format=duration", "-of", "csv=p=0", path);
            var complaints = await RunAsync("ffmpeg", "-v", "error", "-i", path, "-f", "null", "-");

            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"h264,{width},{height}\naac\n{seconds}.000000\n"), facts);
            Assert.Equal("", complaints);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_index_comes_before_the_samples()
    {
        var file = System.Text.Encoding.Latin1.GetString(Movie.Write(ClipShape.Of(640, 360, 1)));

        Assert.True(file.IndexOf("moov", StringComparison.Ordinal) < file.IndexOf("mdat", StringComparison.Ordinal));
    }

    [Fact]
    public void Tasks_of_one_shape_share_one_file()
    {
        var shelf = new ClipShelf();

        Assert.Same(shelf.Take(ClipShape.Of(720, 1280, 5)), shelf.Take(ClipShape.OfRatio("9:16", 720, 5)));
        Assert.NotSame(shelf.Take(ClipShape.Of(720, 1280, 5)), shelf.Take(ClipShape.Of(720, 1280, 6)));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
                process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return await output + await errors;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Skip($"{program} is not installed.");
            throw;
        }
    }
}
