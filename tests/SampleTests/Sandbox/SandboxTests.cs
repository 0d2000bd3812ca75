using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoGen.Sdk.SampleTests.Sandbox;

public sealed partial class SandboxTests
{
    [Fact]
    public async Task As_a_program_of_its_own_it_says_where_it_listens_makes_a_video_for_another_program_and_ends_on_a_signal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var folder = new TemporaryFolder();
        using var sandbox = SampleRun.Start("Sandbox", ["--urls", "http://127.0.0.1:0", "--render-seconds", "1"]);
        var said = Ready().Match(await sandbox.FirstLineAsync() ?? "");
        Assert.True(said.Success, "The sandbox did not say where it listens.");
        var address = new Uri(said.Groups["address"].Value);

        using var app = SampleRun.Start("DirectProvider", ["kling", "A paper boat crosses a puddle", "--sandbox", address.AbsoluteUri, "--output", folder.Path]);
        var made = await app.EndAsync();

        Assert.True(made.ExitCode == 0, made.ToString());
        Assert.Equal("ftyp", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder.Path)))[4..8]));
        using var http = new HttpClient();
        using var charges = JsonDocument.Parse(await http.GetStringAsync(new Uri(address, "sandbox/charges"), TestContext.Current.CancellationToken));
        Assert.Contains("\"kling\"", charges.RootElement.GetRawText(), StringComparison.Ordinal);

        await sandbox.SignalAsync("TERM");
        Assert.Equal(0, (await sandbox.EndAsync()).ExitCode);
    }

    [Theory]
    [InlineData("--render-seconds needs a value.", "--render-seconds")]
    [InlineData("--render-seconds: 'soon' is no length", "--render-seconds", "soon")]
    [InlineData("--render-seconds: 'NaN' is no length", "--render-seconds", "NaN")]
    [InlineData("--concurrency: '99999999999' is no number", "--concurrency", "runway=99999999999")]
    [InlineData("Concurrency names a vendor that the sandbox does not know.", "--concurrency", "runwya=2")]
    public async Task A_wrong_option_ends_it_with_a_sentence_and_its_usage(string expected, params string[] arguments)
    {
        using var sandbox = SampleRun.Start("Sandbox", arguments);

        var result = await sandbox.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("--webhook-secret", result.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^Sandbox ready at (?<address>http://127\.0\.0\.1:\d+/)\. ")]
    private static partial Regex Ready();
}
