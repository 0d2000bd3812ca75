using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.SampleTests.QuickStart;

public sealed class QuickStartTests
{
    [Fact]
    public async Task A_prompt_becomes_a_reel_with_a_still_and_its_cost_on_the_ledger()
    {
        using var folder = new TemporaryFolder();

        var result = await RunAsync("A paper boat crosses a puddle", "--output", folder.Path, "--duration", "4");

        Assert.True(result.ExitCode == 0, result.ToString());
        var summary = result.Summary;
        Assert.True(File.Exists(summary.GetProperty("file").GetString()));
        Assert.EndsWith("-video.mp4", summary.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.True(File.Exists(summary.GetProperty("thumbnail").GetString()));
        Assert.InRange(summary.GetProperty("seconds").GetDouble(), 3.9, 4.1);
        Assert.Equal(new FileInfo(summary.GetProperty("file").GetString()!).Length, summary.GetProperty("bytes").GetInt64());
        Assert.Equal(0m, summary.GetProperty("costUsd").GetDecimal());
        Assert.Equal(("local", "Succeeded", "A paper boat crosses a puddle"), Row(summary.GetProperty("ledger").GetString()!));
    }

    [Fact]
    public async Task The_same_command_returns_the_same_video_and_new_makes_another()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["Twice", "--output", folder.Path, "--duration", "3"];

        var first = await RunAsync(command);
        var second = await RunAsync(command);
        var third = await RunAsync([.. command, "--new"]);

        Assert.Equal(first.Summary.GetProperty("jobId").GetString(), second.Summary.GetProperty("jobId").GetString());
        Assert.NotEqual(first.Summary.GetProperty("jobId").GetString(), third.Summary.GetProperty("jobId").GetString());
        Assert.Equal(2, Count(first.Summary.GetProperty("ledger").GetString()!));
    }

    [Fact]
    public async Task Killed_at_any_point_it_finishes_the_same_job()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["Pull the plug", "--output", folder.Path, "--duration", "3", "--key", "plug"];

        // From before the first save to deep in the rendering; each run goes on where the last was cut.
        foreach (var milliseconds in (int[])[250, 500, 800, 1200, 2000, 4500])
        {
            using var run = SampleRun.Start("QuickStart", command);
            await run.KillAfterAsync(TimeSpan.FromMilliseconds(milliseconds));
        }

        var result = await RunAsync(command);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(1, Count(folder.At("videogen.db")));
        Assert.Empty(Directory.GetFiles(folder.At("videos"), "*.mp4", SearchOption.AllDirectories).Skip(1));
    }

    internal static async Task<SampleResult> RunAsync(params string[] arguments)
    {
        using var run = SampleRun.Start("QuickStart", arguments);
        return await run.EndAsync();
    }

    private static (string Provider, string Status, string Prompt) Row(string ledger)
    {
        using var connection = new SqliteConnection($"Data Source={ledger};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT provider, status, prompt FROM video_generations";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.GetString(0), reader.GetString(1), reader.GetString(2));
    }

    private static int Count(string ledger)
    {
        using var connection = new SqliteConnection($"Data Source={ledger};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM video_generations WHERE status = 'Succeeded'";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
