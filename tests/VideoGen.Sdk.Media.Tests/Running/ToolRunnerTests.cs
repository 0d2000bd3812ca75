using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Tests.Fixtures;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Running;

public sealed class ToolRunnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_leaves_no_process_and_no_file()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), "-f lavfi -i testsrc2=s=480x270:r=30:d=60 -c:v libx264 -preset ultrafast");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var shares = new SharesSeen();
        var processor = new FfmpegMediaProcessor(new MediaOptions { Preset = "veryslow" }, new RecordingRunner());

        var work = processor.ConformAsync(
            new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Format = new VideoFormat { Width = 1080, Height = 1920 } }, shares, cancel.Token);
        Assert.Same(shares.First, await Task.WhenAny(shares.First, work));
        Assert.NotEmpty(Processes.Naming(scratch.Folder));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Empty(Processes.Naming(scratch.Folder));
        Assert.Equal(["in.mp4"], scratch.Entries);
    }

    [Fact]
    public async Task Cancelling_a_render_leaves_no_process_and_no_folder()
    {
        using var scratch = new Scratch();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var shares = new SharesSeen();
        var provider = LocalProvider.Create(new MediaOptions { TemporaryFolder = scratch.Folder });
        var job = await Local.SubmitAsync(provider, Local.Spec("A minute", resolution: "1080p", seconds: 60));

        var work = provider.OpenOutputAsync(new Providers.OutputRequest { Job = job, Progress = shares }, cancel.Token);
        Assert.Same(shares.First, await Task.WhenAny(shares.First, work));
        Assert.NotEmpty(Processes.Naming(scratch.Folder));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Empty(Processes.Naming(scratch.Folder));
        Assert.Empty(scratch.Entries);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_stopped_and_said()
    {
        using var scratch = new Scratch();
        var time = new FakeTimeProvider();
        var shares = new SharesSeen();
        using var runner = new ToolRunner(new MediaOptions { TimeLimit = TimeSpan.FromMinutes(3) }, time);
        var endless = new ToolCall
        {
            Tool = FfmpegTool.Ffmpeg,
            Arguments = CommandLine.Of("-v", "error", "-nostdin", "-nostats", "-progress", "pipe:1", "-re", "-f", "lavfi", "-i", "testsrc2=s=64x64", "-f", "null", "-"),
            Folder = scratch.Folder,
            Length = TimeSpan.FromHours(1),
            Progress = shares,
        };

        var work = runner.RunAsync(endless, Token);
        Assert.Same(shares.First, await Task.WhenAny(shares.First, work));
        time.Advance(TimeSpan.FromMinutes(3));

        var failure = await Assert.ThrowsAsync<MediaException>(() => work);
        Assert.Contains("did not end within 00:03:00", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_sees_no_secret_of_the_environment()
    {
        using var scratch = new Scratch();
        Environment.SetEnvironmentVariable("VIDEOGEN_TEST_API_KEY", "zzsecret");
        using var runner = new ToolRunner(new MediaOptions { FfmpegFolder = Program(scratch, "env") }, TimeProvider.System);

        var output = await runner.RunAsync(Nothing(scratch), Token);

        Assert.Contains(output.Lines, l => l.StartsWith("PATH=", StringComparison.Ordinal));
        Assert.Contains("LC_ALL=C.UTF-8", output.Lines);
        Assert.DoesNotContain(output.Lines, l => l.Contains("zzsecret", StringComparison.Ordinal) || l.StartsWith("HOME=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_more_processes_run_at_once_than_allowed()
    {
        using var scratch = new Scratch();
        const string Script = "mkdir busy || exit 9; i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; rmdir busy";
        using var runner = new ToolRunner(new MediaOptions { FfmpegFolder = Program(scratch, Script), MaxProcesses = 1 }, TimeProvider.System);

        var outputs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => runner.RunAsync(Nothing(scratch), Token)));

        Assert.All(outputs, o => Assert.Equal(0, o.ExitCode));
    }

    [Fact]
    public async Task Waiting_for_a_free_place_can_be_cancelled()
    {
        using var scratch = new Scratch();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        using var runner = new ToolRunner(new MediaOptions { FfmpegFolder = Program(scratch, "touch started") }, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunAsync(Nothing(scratch), cancel.Token));

        Assert.DoesNotContain("started", scratch.Entries);
    }

    private static ToolCall Nothing(Scratch scratch) => new() { Tool = FfmpegTool.Ffmpeg, Arguments = "", Folder = scratch.Folder };

    /// <summary>A folder with a program of this script under ffmpeg's name.</summary>
    private static string Program(Scratch scratch, string script)
    {
        var path = scratch.File("ffmpeg");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        Shell.Run("chmod", "+x", path);
        return scratch.Folder;
    }
}
