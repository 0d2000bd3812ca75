using System.Diagnostics;
using System.Globalization;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

/// <summary>This program once more, as a real second process on a job file.</summary>
internal static class JobProcess
{
    public const string WriteWord = "--write-jobs";
    public const string ShareWord = "--share-jobs";
    public const int Keys = 30;

    // Ends by itself, should the test that started it be gone.
    private const int MostWrites = 20_000;

    /// <summary>Makes and saves jobs without end and names each once the store has acknowledged it, until it is killed.</summary>
    public static async Task<int> WriteAsync(string path)
    {
        using var database = new SqliteDatabase(new SqliteOptions { Path = path }, TimeProvider.System);
        var store = new SqliteJobStore(database, null);
        await Register(store, "writer");
        for (var number = 0; number < MostWrites; number++)
        {
            var job = Some.Job(string.Create(CultureInfo.InvariantCulture, $"w{number:d6}"), VideoState.Running);
            var created = (CreateJobResult.Created)await store.CreateAsync(Some.New(job, "writer"));
            await store.SaveIntentAsync(job with { Stage = "Submit" }, created.Stored.Stamp, Some.Intent(job.Id));
            await store.RecordOutcomeAsync(Some.Statement(job.Id, SubmissionVerdict.Accepted, $"remote-{job.Id}"));
            await Console.Out.WriteLineAsync(job.Id);
            await Console.Out.FlushAsync();
        }

        return 0;
    }

    /// <summary>Opens the file on a word, together with others, makes one job per key and takes all it can; tells how many of each.</summary>
    public static async Task<int> ShareAsync(string path, string name)
    {
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        using var database = new SqliteDatabase(new SqliteOptions { Path = path }, TimeProvider.System);
        var store = new SqliteJobStore(database, null);
        await Register(store, name);
        var (made, taken) = (0, 0);
        for (var key = 0; key < Keys; key++)
        {
            var result = await store.CreateAsync(Some.New(Some.Job($"{name}{key}", key: $"key{key}")));
            made += result is CreateJobResult.Created ? 1 : 0;
            var id = result is CreateJobResult.Exists exists ? exists.Stored.Job.Id : ((CreateJobResult.Created)result).Stored.Job.Id;
            taken += await store.TakeAsync(id, name) is TakeResult.Taken ? 1 : 0;
        }

        await Console.Out.WriteLineAsync($"{made} {taken}");
        return 0;
    }

    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(JobProcess).Assembly.Location, .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException("The second process did not start.");
    }

    private static Task Register(SqliteJobStore store, string name) =>
        store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = name, Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) });
}
