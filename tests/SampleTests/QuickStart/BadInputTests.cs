namespace VideoGen.Sdk.SampleTests.QuickStart;

/// <summary>Each bad input gives one clear error that names the field or path and the fix, exits non-zero and loses nothing.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("Prompt", "")]
    [InlineData("Prompt", "   ")]
    public async Task A_wish_that_cannot_be_is_refused_by_its_field(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var result = await QuickStartTests.RunAsync([.. arguments, "--output", folder.Path]);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_that_is_too_long_says_how_long_it_may_be()
    {
        using var folder = new TemporaryFolder();

        var result = await QuickStartTests.RunAsync(new string('a', 10_001), "--output", folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("takes prompts of 10000 characters, this one has 10001", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--duration", "soon")]
    [InlineData("--duration")]
    [InlineData("--nonsense")]
    [InlineData("one", "two")]
    public async Task A_wrong_command_line_exits_2_and_shows_how_it_is_meant(params string[] arguments)
    {
        var result = await QuickStartTests.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Usage:", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("2.9")]
    [InlineData("61")]
    [InlineData("500")]
    public async Task A_length_that_would_become_another_one_is_refused_by_name(string seconds)
    {
        using var folder = new TemporaryFolder();

        var result = await QuickStartTests.RunAsync("x", "--duration", seconds, "--output", folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith($"--duration: {seconds} s is outside 3 to 60.", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("taken"), "a file", TestContext.Current.CancellationToken);

        var result = await QuickStartTests.RunAsync("x", "--output", folder.At("taken"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"--output: the folder '{folder.At("taken")}' cannot be written", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrupt_ledger_is_named_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("videogen.db"), "this is no database, and it was here before", TestContext.Current.CancellationToken);

        var result = await QuickStartTests.RunAsync("x", "--output", folder.Path, "--duration", "3");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("videogen.db", result.Error, StringComparison.Ordinal);
        Assert.Equal("this is no database, and it was here before", await File.ReadAllTextAsync(folder.At("videogen.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_different_wishes_under_one_key_are_refused_with_both_fingerprints()
    {
        using var folder = new TemporaryFolder();
        await QuickStartTests.RunAsync("one", "--output", folder.Path, "--duration", "3", "--key", "k");

        var result = await QuickStartTests.RunAsync("two", "--output", folder.Path, "--duration", "3", "--key", "k");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("IdempotencyKey", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.Error.Split("v1:").Length - 1);
    }

    [Fact]
    public async Task Without_ffmpeg_it_says_how_to_get_it_and_makes_no_job()
    {
        using var folder = new TemporaryFolder();
        using var run = SampleRun.Start("QuickStart", ["x", "--output", folder.Path, "--duration", "3"], path: folder.At("nothing-here"));

        var result = await run.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ffmpeg", result.Error, StringComparison.Ordinal);
        Assert.Contains("apt-get install ffmpeg", result.Error, StringComparison.Ordinal);
    }
}
