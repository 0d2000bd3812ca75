using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;

namespace VideoGen.Sdk.SampleTests.DirectProvider;

public sealed class DirectProviderTests
{
    private const string Warning = "Direct use: no budget guards this call and no ledger books it. The account of the key pays.";

    [Theory]
    [InlineData("kling")]
    [InlineData("pika")]
    [InlineData("fal")]
    [InlineData("runway")]
    [InlineData("heygen")]
    [InlineData("openai")]
    public async Task Each_vendor_makes_a_file_in_the_sandbox_and_charges_once(string vendor)
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) });
        using var folder = new TemporaryFolder();

        var result = await RunAsync(vendor, "A paper boat crosses a puddle", "--sandbox", sandbox.BaseUrl.AbsoluteUri, "--output", folder.Path);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(Warning, result.Output[0]);
        MustBeAVideo(result, folder);
        Assert.Equal(vendor, Assert.Single(sandbox.Charges).Vendor);
    }

    [Fact]
    public async Task The_local_provider_needs_neither_key_nor_sandbox()
    {
        using var folder = new TemporaryFolder();

        var result = await RunAsync("local", "A paper boat", "--duration", "1", "--output", folder.Path);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("Asking local for local, 1 s, free.", result.Output);
        MustBeAVideo(result, folder);
    }

    [Theory]
    [InlineData("Unknown provider 'klign'. Registered: fal, ", "klign", "x")]
    [InlineData("No API key found for provider 'kling'. Set VideoGeneration:Providers:kling:ApiKey or KLING_API_KEY.", "kling", "x")]
    [InlineData("kling cannot do this request: kling-3.0 offers 3 to 15 s, asked 500 s", "kling", "x", "--duration", "500", "--sandbox", "http://127.0.0.1:1")]
    [InlineData("Prompt: is empty", "kling", " ", "--sandbox", "http://127.0.0.1:1")]
    [InlineData("kling: Nothing was sent", "kling", "x", "--sandbox", "http://127.0.0.1:1")]
    public async Task What_cannot_work_is_one_clear_sentence_after_the_warning(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var result = await RunAsync([.. arguments, "--output", folder.Path]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(Warning, result.Output[0]);
        Assert.StartsWith($"Error: {expected}", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("--duration: 'soon' is no length", "kling", "x", "--duration", "soon")]
    [InlineData("--duration: '0' is no length", "kling", "x", "--duration", "0")]
    [InlineData("--duration needs a value", "kling", "x", "--duration")]
    [InlineData("--sandbox: 'https://vendor.example' is no address on this machine", "kling", "x", "--sandbox", "https://vendor.example")]
    [InlineData("Name a provider and give a prompt", "kling")]
    [InlineData("The name of the provider is empty", " ", "x")]
    [InlineData("Unknown option --nonsense", "kling", "x", "--nonsense")]
    public async Task A_wrong_command_line_exits_2_and_shows_how_it_is_meant(string expected, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("Usage:", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_during_the_download_ends_it_cleanly_and_leaves_no_unfinished_file(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) });
        sandbox.AddFault(new SandboxFault { Operation = SandboxOperation.Download, Kind = SandboxFaultKind.Slow, Duration = TimeSpan.FromSeconds(30) });
        using var folder = new TemporaryFolder();
        var downloading = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(folder.Path, "*.part");
        watcher.Created += (_, _) => downloading.TrySetResult();
        watcher.EnableRaisingEvents = true;

        using var run = SampleRun.Start("DirectProvider", ["kling", "A paper boat", "--sandbox", sandbox.BaseUrl.AbsoluteUri, "--output", folder.Path]);
        await Task.WhenAny(downloading.Task, run.EndAsync());
        await run.SignalAsync(signal);
        var result = await run.EndAsync();

        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.Equal("Stopped waiting. A job that was accepted goes on at the provider and is charged there.", result.Error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static void MustBeAVideo(SampleResult result, TemporaryFolder folder)
    {
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal($"Video: {file}", result.Output[^1]);
        Assert.Equal("ftyp", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(file)[4..8]));
    }

    private static async Task<SampleResult> RunAsync(params string[] arguments)
    {
        using var run = SampleRun.Start("DirectProvider", arguments);
        return await run.EndAsync();
    }
}
