using System.Diagnostics;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

/// <summary>The line that people type, run by the program that they run it with.</summary>
public sealed class VideoGenerationsViewTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_sqlite3_program_shows_the_newest_jobs_in_words_and_dollars()
    {
        MustHaveSqlite3();
        var store = new SqliteJobStore(folder.Open(), null);
        await store.CreateAsync(Some.New(FullJob.Create() with { Request = FullRequest.Create() with { Prompt = "a lighthouse" } }), Stop);
        await store.CreateAsync(Some.New(Some.Job("young") with { CreatedAt = JobStoreHarness.Start.AddDays(1), State = VideoState.Parked, Reason = "no key" }), Stop);

        var lines = Query("SELECT * FROM video_generations ORDER BY created_at DESC LIMIT 10");
        Assert.Equal("id|created_at|provider|model|status|prompt|duration_seconds|cost_usd|video_path|error", lines[0]);
        Assert.Equal("young|2026-11-23T12:00:00.000Z|||Parked|a lighthouse in the rain||0.0||no key", lines[1]);
        Assert.Equal("full00000001|2026-11-22T18:01:02.345Z|kling|kling-v3|Waiting|a lighthouse|15.015|1.234567|/assets/video|the job's failure", lines[2]);
    }

    [Fact]
    public async Task The_view_follows_every_save()
    {
        var store = new SqliteJobStore(folder.Open(), null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "inline", Machine = "test", Lease = TimeSpan.FromSeconds(30) }, Stop);
        var created = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored;
        await store.SaveAsync(created.Job with { State = VideoState.Succeeded, CostUsd = 0.35m, Attempts = [Some.Attempt()] }, created.Stamp, true, Stop);

        Assert.Equal(1, folder.Run("SELECT count(*) FROM video_generations WHERE status = 'Succeeded' AND cost_usd = 0.35 AND provider = 'kling' AND error IS NULL"));
    }

    private string[] Query(string sql)
    {
        using var process = Process.Start(new ProcessStartInfo("sqlite3", ["-header", folder.File(), sql]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void MustHaveSqlite3()
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, "sqlite3")));
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") == "true", "sqlite3 is not installed here.");
        Assert.True(isThere, "sqlite3 is not installed; continuous integration must have it.");
    }
}
