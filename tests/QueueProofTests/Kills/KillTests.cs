using VideoGen.Sdk.QueueProofTests.Audit;
using VideoGen.Sdk.QueueProofTests.Programs;
using VideoGen.Sdk.SampleTests;
using VideoGen.Sdk.Testing;

namespace VideoGen.Sdk.QueueProofTests.Kills;

/// <summary>Real processes, really killed, against vendors at which everything goes wrong: no job is lost, nothing is paid twice, and the ledger knows every cent.</summary>
public abstract class KillTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected string At(string name) => folder.At(name);

    /// <param name="store">Where jobs and ledger are.</param>
    /// <param name="midway">Done once, when the vendors have taken money for a third of the jobs.</param>
    private protected async Task Killed_workers_lose_nothing_and_pay_nothing_twice(ProofStore store, Func<Task>? midway = null)
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(400) }, TestContext.Current.CancellationToken);
        SeededFaults.AddTo(sandbox, ProofSize.Seed);
        var queue = new QueueProgram(store, At("assets"), sandbox.BaseUrl);
        await queue.EnqueueAsync(ProofSize.Jobs);

        var workers = new KilledWorkers(queue, ProofSize.Seed, ProofSize.KillsEach, ProofSize.Patience);
        var run = workers.RunAsync();
        if (midway is not null)
        {
            await UntilAsync(() => sandbox.Charges.Count >= ProofSize.Jobs / 3 || run.IsCompleted);
            Assert.False(run.IsCompleted, "All was done before anything happened midway.");
            await midway();
        }

        await run;
        await using var view = new StoreView(store);
        var books = await Books.ReadAsync(queue, view, sandbox.Charges);
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {ProofSize.Seed}, {workers.Kills} kills: {books}");
        Assert.True(workers.Kills >= ProofSize.KillsEach, $"Only {workers.Kills} were killed, which proves little.");
        books.EveryJobHasEnded(ProofSize.Jobs);
        books.TheMoneyAgrees();
    }

    private protected async Task Without_faults_and_kills_ledger_and_vendors_agree_to_the_cent(ProofStore store)
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(400) }, TestContext.Current.CancellationToken);
        var queue = new QueueProgram(store, At("assets"), sandbox.BaseUrl);
        await queue.EnqueueAsync(ProofSize.Jobs);

        await new KilledWorkers(queue, ProofSize.Seed, killsEach: 0, ProofSize.Patience).RunAsync();

        await using var view = new StoreView(store);
        var books = await Books.ReadAsync(queue, view, sandbox.Charges);
        TestContext.Current.TestOutputHelper!.WriteLine(books.ToString());
        books.EveryJobHasEnded(ProofSize.Jobs);
        books.TheMoneyAgrees();
        books.EverythingIsExact();
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!isSo())
        {
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
