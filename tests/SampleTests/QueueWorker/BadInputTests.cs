namespace VideoGen.Sdk.SampleTests.QueueWorker;

/// <summary>Each bad input gives one clear line, exits 2 for a wrong command line and 1 for a failure, and loses nothing.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => $"sqlite:{folder.At("queue.db")}";

    [Theory]
    [InlineData("Name a command.")]
    [InlineData("There is no command 'work'.", "work")]
    [InlineData("--store is missing", "status", "--json")]
    [InlineData("--store: 'queue.db' is no store", "status", "--store", "queue.db")]
    [InlineData("--store needs a value.", "ledger", "--store")]
    [InlineData("status does not know '--count'.", "status", "--count", "1")]
    [InlineData("--count is missing", "enqueue", "--store", "sqlite:unused.db")]
    [InlineData("--count: '0' cannot be meant", "enqueue", "--count", "0")]
    [InlineData("--count: 'many' cannot be meant", "enqueue", "--count", "many")]
    [InlineData("--priority: 'soon' cannot be meant; write low, normal, high or urgent.", "enqueue", "--priority", "soon")]
    [InlineData("--concurrency: '-1' cannot be meant", "run", "--concurrency", "-1")]
    [InlineData("--sandbox is missing", "run", "--store", "sqlite:unused.db")]
    [InlineData("--sandbox: 'https://api.example.com' is no address on this machine", "run", "--sandbox", "https://api.example.com")]
    public async Task A_wrong_command_line_exits_2_and_shows_how_it_is_meant(string expected, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("Usage: QueueWorker", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_that_nobody_started_is_named_and_no_job_is_touched()
    {
        Assert.Equal(0, (await RunAsync("enqueue", "--count", "2", "--store", Store)).ExitCode);

        var result = await RunAsync("run", "--sandbox", "http://127.0.0.1:9", "--until-idle", "--store", Store);

        MustBeOneLine(result, "Error: --sandbox: nobody answers at http://127.0.0.1:9");
        Assert.Equal(2, (await RunAsync("status", "--json", "--store", Store)).Summary.GetProperty("jobs").GetProperty("Queued").GetInt32());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        File.WriteAllText(folder.At("queue.db"), "these are the minutes of the last meeting, and they are no database at all");

        MustBeOneLine(await RunAsync("status", "--json", "--store", Store), folder.At("queue.db"));
        MustBeOneLine(await RunAsync("enqueue", "--count", "1", "--store", Store), folder.At("queue.db"));
        Assert.StartsWith("these are the minutes", File.ReadAllText(folder.At("queue.db")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres:Host=127.0.0.1;Port=9;Database=videos;Username=app;Password=never-to-be-seen;Timeout=2", "127.0.0.1:9")]
    [InlineData("postgres:Hots=127.0.0.1;Password=never-to-be-seen", "ConnectionString")]
    public async Task A_server_that_is_not_there_or_not_named_gives_one_line_without_the_password(string store, string expected)
    {
        var result = await RunAsync("status", "--json", "--store", store);

        MustBeOneLine(result, expected);
        Assert.DoesNotContain("never-to-be-seen", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static void MustBeOneLine(SampleResult result, string expected)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", Assert.Single(result.Error.Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<SampleResult> RunAsync(params string[] arguments)
    {
        using var run = SampleRun.Start("QueueWorker", arguments);
        return await run.EndAsync();
    }
}
