using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

public sealed class SeveralProcessesTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task A_killed_writer_loses_nothing_that_was_acknowledged(int acknowledgements)
    {
        var acknowledged = new List<string>();
        using (var writer = JobProcess.Start(JobProcess.WriteWord, folder.File()))
        {
            while (acknowledged.Count < acknowledgements)
            {
                acknowledged.Add(await writer.StandardOutput.ReadLineAsync(Stop) ?? throw new InvalidOperationException("The writer ended early."));
            }

            writer.Kill();
            await writer.WaitForExitAsync(Stop);
        }

        var store = new SqliteJobStore(folder.Open(new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(1))), null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "next", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        foreach (var id in acknowledged)
        {
            Assert.NotNull(await store.FindIntentAsync(id, 1, Stop));
            Assert.Equal($"remote-{id}", Assert.Single(await store.GetOutcomesAsync(id, 1, Stop)).RemoteId);
            Assert.Equal("Submit", Assert.IsType<TakeResult.Taken>(await store.TakeAsync(id, "next", cancellationToken: Stop)).Stored.Job.Stage);
        }

        Assert.False(await store.RenewOwnerAsync("writer", Stop));
        Assert.Equal(1, folder.Run("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"));
        Assert.Equal(0, folder.Run("SELECT count(*) FROM submission_intents WHERE job_id NOT IN (SELECT id FROM jobs WHERE version = 2)"));
    }

    [Fact]
    public async Task Three_processes_that_meet_on_a_fresh_file_make_each_job_once_and_take_it_once()
    {
        Process[] processes = [.. Enumerable.Range(0, 3).Select(number => JobProcess.Start(JobProcess.ShareWord, folder.File(), $"p{number}"))];
        foreach (var process in processes)
        {
            Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(Stop));
        }

        foreach (var process in processes)
        {
            await process.StandardInput.WriteLineAsync("go");
        }

        var told = await Task.WhenAll(processes.Select(process => process.StandardOutput.ReadToEndAsync(Stop)));
        Array.ForEach(processes, process => process.Dispose());
        var sums = told.Select(line => line.Split(' ').Select(int.Parse).ToArray()).ToArray();
        Assert.Equal((JobProcess.Keys, JobProcess.Keys), (sums.Sum(pair => pair[0]), sums.Sum(pair => pair[1])));
        Assert.Equal(JobProcess.Keys, folder.Run("SELECT count(*) FROM jobs WHERE epoch = 1"));
    }
}
