using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Media.Tests.Fixtures;
using VideoGen.Sdk.Media.Thumbnails;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Conforming;

public sealed class BadInputTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_bad_file_converts_or_gives_one_clear_error_in_time_and_leaves_nothing_behind()
    {
        var (converted, refused, faults) = (0, 0, new List<string>());
        foreach (var bad in BadFiles.All)
        {
            using var scratch = new Scratch();
            var (verdict, fault) = await TryAsync(scratch, bad);
            converted += verdict ? 1 : 0;
            refused += verdict ? 0 : 1;
            faults.AddRange(fault is null ? [] : [$"{bad.Name.ReplaceLineEndings("↵")}: {fault}"]);
            Directory.Delete(scratch.Folder + "-made", recursive: true);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{BadFiles.All.Count} bad files tried: {converted} converted, {refused} refused, {faults.Count} faults");
        Assert.Empty(faults);
        Assert.True(BadFiles.All.Count >= 45 && converted >= 15 && refused >= 15);
    }

    private static async Task<(bool Converted, string? Fault)> TryAsync(Scratch scratch, BadFile bad)
    {
        Directory.CreateDirectory(scratch.File("in"));
        Directory.CreateDirectory(scratch.File("out"));
        Directory.CreateDirectory(scratch.File("work"));
        Directory.CreateDirectory(scratch.Folder + "-made");
        var input = Path.Combine(scratch.File("in"), bad.Name);
        bad.Make(input);
        var options = new MediaOptions { Preset = "ultrafast", TimeLimit = TimeLimit, TemporaryFolder = scratch.File("work") };
        var request = new ConformRequest { InputPath = input, OutputPath = Path.Combine(scratch.File("out"), "out.mp4"), Platform = Clips.Reels, AlwaysWrite = true };
        var before = TimeProvider.System.GetTimestamp();
        string? said = null;
        try
        {
            await new FfmpegMediaProcessor(options, new RecordingRunner()).ConformAsync(request, null, Token);
        }
        catch (MediaException e)
        {
            said = e.Message;
        }

        var took = TimeProvider.System.GetElapsedTime(before);
        if (bad.Converts != true)
        {
            await TryStillAsync(options, input, scratch);
        }

        return (said is null, Fault(scratch, bad, request.OutputPath, said, took));
    }

    /// <summary>Stills go the same way in; only that nothing but a picture or an error comes out is looked at.</summary>
    private static async Task TryStillAsync(MediaOptions options, string input, Scratch scratch)
    {
        try
        {
            await new VideoStills(options, new RecordingRunner()).CreateAsync(new StillRequest { InputPath = input, OutputPath = scratch.File("still.jpg") }, Token);
        }
        catch (MediaException e)
        {
            Assert.DoesNotContain('\n', e.Message.Replace(Path.GetFileName(input), "", StringComparison.Ordinal));
        }
    }

    private static string? Fault(Scratch scratch, BadFile bad, string output, string? said, TimeSpan took)
    {
        var there = Directory.EnumerateFileSystemEntries(scratch.File("out")).Select(Path.GetFileName).ToList();
        return bad.Converts == true && said is not null ? $"should convert, but: {said}"
            : bad.Converts == false && said is null ? "should be refused, but converted"
            : took > TimeLimit ? $"took {took}"
            : said is null && !there.SequenceEqual(["out.mp4"]) ? $"left {string.Join(", ", there)}"
            : said is not null && there.Count > 0 ? $"left {string.Join(", ", there)} after: {said}"
            : said is not null && (said.Length > 600 || said.Replace(bad.Name, "", StringComparison.Ordinal).Contains('\n')) ? $"more than one sentence: {said}"
            : Directory.EnumerateFileSystemEntries(scratch.File("work")).Any() ? "left its working folder"
            : Processes.Naming(scratch.Folder) is [var left, ..] ? $"left a process: {left}"
            : said is null && new FileInfo(output).Length < 500 ? "made next to nothing"
            : null;
    }

    [Fact]
    public async Task A_full_disk_is_said_and_leaves_nothing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no full device here");
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i testsrc2=s=480x270:r=30:d=2 {Clips.Video}");
        File.CreateSymbolicLink(scratch.File("out.mp4.part"), "/dev/full");

        var failure = await Assert.ThrowsAsync<MediaException>(() => new FfmpegMediaProcessor(new MediaOptions { Preset = "ultrafast" }, new RecordingRunner()).ConformAsync(
            new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Platform = Clips.Reels }, null, Token));

        Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsInputFault);
        Assert.Equal(["in.mp4"], scratch.Entries);
    }

    [Fact]
    public async Task Memory_length_and_size_have_limits()
    {
        using var scratch = new Scratch();
        var input = Shell.Clip(scratch.File("in.mp4"), $"-f lavfi -i testsrc2=s=1920x1080:r=30:d=1 {Clips.Video}");

        Assert.Contains("MaxMemoryMegabytes", await RefusedAsync(new MediaOptions { MaxMemoryMegabytes = 500, Preset = "veryslow" }), StringComparison.Ordinal);
        Assert.Contains("MaxDuration", await RefusedAsync(new MediaOptions { MaxDuration = TimeSpan.FromSeconds(0.5) }), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(scratch.File("in.mp4"), [.. await File.ReadAllBytesAsync(input, Token), .. new byte[1_000_000]], Token);
        Assert.Contains("MaxInputMegabytes", await RefusedAsync(new MediaOptions { MaxInputMegabytes = 1 }), StringComparison.Ordinal);
        Assert.Equal(["in.mp4"], scratch.Entries);

        async Task<string> RefusedAsync(MediaOptions options)
        {
            using var runner = new ToolRunner(options, TimeProvider.System);
            return (await Assert.ThrowsAsync<MediaException>(() => new FfmpegMediaProcessor(options, runner).ConformAsync(
                new ConformRequest { InputPath = input, OutputPath = scratch.File("out.mp4"), Format = new VideoFormat { Width = 1080, Height = 1920 } }, null, Token))).Message;
        }
    }
}
