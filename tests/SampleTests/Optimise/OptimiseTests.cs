using System.Diagnostics;
using System.Text.Json;

namespace VideoGen.Sdk.SampleTests.Optimise;

public sealed class OptimiseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_wide_video_is_encoded_for_Reels_and_then_only_copied()
    {
        var (input, first, second) = (Clip("-f lavfi -i testsrc2=s=320x180:r=30:d=3"), File("first.mp4"), File("second é.mp4"));

        using var encoded = await LineAsync(input, first, "--fit", "smart");
        using var copied = await LineAsync(first, second, "--platform", "instagram/reels");

        Assert.Equal(["action", "reasons", "output", "seconds"], encoded.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("encoded", encoded.RootElement.GetProperty("action").GetString());
        Assert.Contains("it has 320x180 pixels, not 1080x1920", encoded.RootElement.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        var output = encoded.RootElement.GetProperty("output");
        Assert.Equal(["path", "bytes", "seconds", "width", "height"], output.EnumerateObject().Select(p => p.Name));
        Assert.Equal((first, new FileInfo(first).Length, 1080, 1920), (output.GetProperty("path").GetString()!, output.GetProperty("bytes").GetInt64(), output.GetProperty("width").GetInt32(), output.GetProperty("height").GetInt32()));
        Assert.Equal(["probe", "loudness", "encode", "total"], encoded.RootElement.GetProperty("seconds").EnumerateObject().Select(p => p.Name));
        Assert.Equal(("copied", 0), (copied.RootElement.GetProperty("action").GetString(), copied.RootElement.GetProperty("reasons").GetArrayLength()));
        Assert.Equal(await System.IO.File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken), await System.IO.File.ReadAllBytesAsync(second, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2, "Name one INPUT and one OUTPUT. Usage: ", "only-one")]
    [InlineData(2, "--fit: 'stretch' is unknown. Usage: ", "a", "b", "--fit", "stretch")]
    [InlineData(2, "TargetPlatform: 'myspace' is unknown.", "a", "b", "--platform", "myspace")]
    [InlineData(2, "--fit needs a value. Usage: ", "a", "b", "--fit")]
    [InlineData(2, "--speed is unknown. Usage: ", "a", "b", "--speed", "2")]
    [InlineData(1, "'not-there.mp4' cannot be read", "not-there.mp4", "b.mp4")]
    public async Task A_fault_is_one_line_with_its_exit_code(int exitCode, string words, params string[] arguments)
    {
        using var run = SampleRun.Start("Optimise", arguments);
        var result = await run.EndAsync();

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith(words, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Error);
        Assert.Empty(result.Output);
    }

    private static async Task<JsonDocument> LineAsync(params string[] arguments)
    {
        using var run = SampleRun.Start("Optimise", arguments);
        var result = await run.EndAsync();
        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonDocument.Parse(Assert.Single(result.Output));
    }

    private string Clip(string arguments)
    {
        var path = File("in.mp4");
        using var ffmpeg = Process.Start("ffmpeg", [.. $"-v error -nostdin -y {arguments} -c:v libx264 -preset ultrafast -pix_fmt yuv420p".Split(' '), path]);
        ffmpeg.WaitForExit();
        return path;
    }

    private string File(string name) => Path.Combine(folder.Path, name);
}
