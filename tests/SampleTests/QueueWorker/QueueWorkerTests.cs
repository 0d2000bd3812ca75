using Microsoft.Data.Sqlite;
using VideoGen.Sdk.Testing;

namespace VideoGen.Sdk.SampleTests.QueueWorker;

public sealed class QueueWorkerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Store => $"sqlite:{folder.At("queue.db")}";

    [Fact]
    public async Task What_is_enqueued_goes_round_the_vendors_and_status_ledger_and_folder_tell_of_it()
    {
        await using var sandbox = await SandboxAsync();
        var ids = (await RunAsync("enqueue", "--count", "5", "--priority", "high", "--tenant", "acme")).Output;
        ids = [.. ids, .. (await RunAsync("enqueue", "--count", "6")).Output];
        Assert.Equal(
            """{"jobs":{"Queued":11,"Scheduled":0,"Running":0,"Waiting":0,"Succeeded":0,"Failed":0,"Cancelled":0,"NeedsAttention":0,"Parked":0},"ledger":{"reservedUsd":0,"chargedUsd":0,"unverifiedUsd":0}}""",
            Assert.Single((await RunAsync("status", "--json")).Output));

        Assert.Empty((await RunAsync("run", "--sandbox", sandbox.BaseUrl.AbsoluteUri, "--until-idle")).Output);

        var status = (await RunAsync("status", "--json")).Summary;
        Assert.Equal(11, status.GetProperty("jobs").GetProperty("Succeeded").GetInt32());
        Assert.Equal(sandbox.Charges.Sum(charge => charge.AmountUsd), status.GetProperty("ledger").GetProperty("chargedUsd").GetDecimal());
        var lines = (await RunAsync("ledger", "--json")).Output.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["fal", "fal", "heygen", "heygen", "kling", "kling", "openai", "pika", "pika", "runway", "runway"], lines.Select(line => line.GetProperty("provider").GetString()).Order());
        Assert.Equal(ids.Order(), lines.Select(line => line.GetProperty("jobId").GetString()!).Order());
        Assert.All(lines, line => Assert.Equal(("Charged", "Succeeded", 0m), (line.GetProperty("state").GetString(), line.GetProperty("outcome").GetString(), line.GetProperty("reservedUsd").GetDecimal())));
        Assert.Equal(11, Directory.GetFiles(folder.At("assets"), "*.mp4", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task With_limits_the_usual_rates_and_the_budget_bind()
    {
        await using var sandbox = await SandboxAsync();
        await RunAsync("enqueue", "--count", "3");

        using var run = SampleRun.Start(
            "QueueWorker", ["run", "--sandbox", sandbox.BaseUrl.AbsoluteUri, "--until-idle", "--limits", "--store", Store], null, ("VideoGeneration__Budget__DailyLimitUsd", "0.05"));
        Assert.Equal(0, (await run.EndAsync()).ExitCode);

        Assert.Equal(3, (await RunAsync("status", "--json")).Summary.GetProperty("jobs").GetProperty("Failed").GetInt32());
        Assert.Empty(sandbox.Charges);
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_end_hands_its_jobs_back_and_the_next_goes_on_without_paying_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var sandbox = await SandboxAsync();
        await RunAsync("enqueue", "--count", "4");
        using (var first = SampleRun.Start("QueueWorker", ["run", "--sandbox", sandbox.BaseUrl.AbsoluteUri, "--store", Store]))
        {
            await first.SaysAsync("accepted job");
            await first.SignalAsync("TERM");
            Assert.Equal(0, (await first.EndAsync()).ExitCode);
        }

        Assert.Equal(0, (await RunAsync("status", "--json")).Summary.GetProperty("jobs").GetProperty("Running").GetInt32());
        await RunAsync("run", "--sandbox", sandbox.BaseUrl.AbsoluteUri, "--until-idle");
        Assert.Equal(4, (await RunAsync("status", "--json")).Summary.GetProperty("jobs").GetProperty("Succeeded").GetInt32());
        Assert.Equal(4, sandbox.Charges.Count);
    }

    [Fact]
    public async Task A_job_that_cannot_be_read_after_an_upgrade_is_parked_with_the_reason_and_the_others_are_made()
    {
        await using var sandbox = await SandboxAsync();
        var ids = (await RunAsync("enqueue", "--count", "3")).Output;
        using (var connection = new SqliteConnection($"Data Source={folder.At("queue.db")}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            using var damage = connection.CreateCommand();
            damage.CommandText = $"UPDATE jobs SET payload = x'7b226964' WHERE id = '{ids[1]}'";
            Assert.Equal(1, await damage.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        await RunAsync("run", "--sandbox", sandbox.BaseUrl.AbsoluteUri, "--until-idle");

        var jobs = (await RunAsync("status", "--json")).Summary.GetProperty("jobs");
        Assert.Equal((2, 1), (jobs.GetProperty("Succeeded").GetInt32(), jobs.GetProperty("Parked").GetInt32()));
        Assert.Equal(2, sandbox.Charges.Count);
    }

    public void Dispose() => folder.Dispose();

    private static Task<VideoSandbox> SandboxAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(200) }, TestContext.Current.CancellationToken);

    private async Task<SampleResult> RunAsync(params string[] arguments)
    {
        using var run = SampleRun.Start("QueueWorker", [.. arguments, "--store", Store]);
        var result = await run.EndAsync();
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }
}
