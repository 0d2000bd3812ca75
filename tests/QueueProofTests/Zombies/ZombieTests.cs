using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.QueueProofTests.Programs;
using VideoGen.Sdk.SampleTests;
using VideoGen.Sdk.Testing;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>A process that was stopped for longer than its lease and goes on: it pays nothing, and what it has paid for is not lost.</summary>
public abstract class ZombieTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected string At(string name) => folder.At(name);

    /// <param name="store">Where jobs and ledger are.</param>
    /// <param name="jobs">How many jobs the gate needs to catch one of them.</param>
    /// <param name="close">Closes the gate.</param>
    /// <param name="isIntentSaved">Whether the gate stands behind the intent: then only the frozen one knows that nothing was sent.</param>
    private protected async Task Woken_before_the_POST_it_sends_nothing_and_the_job_is_paid_once(ProofStore store, int jobs, Func<Task<IPostGate>> close, bool isIntentSaved)
    {
        await using var sandbox = await SandboxAsync();
        await using var view = new StoreView(store);
        for (var i = 0; i < jobs; i++)
        {
            await view.EnqueueAsync("kling");
        }

        await using var gate = await close();
        using var worker = new FrozenWorker(new QueueProgram(store, At("assets"), sandbox.BaseUrl), view);
        var job = await gate.CatchAsync();
        await worker.FreezeAsync();
        await gate.OpenAsync();
        var frozenAt = (await view.Jobs.FindAsync(job))!.Job.CurrentAttempt!;
        Assert.Equal(isIntentSaved, await view.Jobs.FindIntentAsync(job, 1) is not null);
        Assert.DoesNotContain(sandbox.Charges, charge => charge.ClientReference == frozenAt.ClientReference);
        await worker.BeInheritedAsync(job);
        if (!isIntentSaved)
        {
            await worker.HeirEndsAsync();
        }

        await worker.WakeAsync();
        await worker.EndAsync();

        // Behind the intent it says that it sent nothing, and the next attempt is the paid one; before it the other has long gone on with the same hold.
        var (end, outcome) = ((await view.Jobs.FindAsync(job))!.Job, Assert.Single(await view.Jobs.GetOutcomesAsync(job, 1)));
        Assert.Equal(isIntentSaved ? (AttemptOutcome.NotSent, "owner") : (AttemptOutcome.Succeeded, "submit"), (end.Attempts[0].Outcome, outcome.Source));
        await EachMustBeMadeOnceAsync(view, sandbox, jobs);
    }

    private protected async Task Woken_between_POST_and_save_it_pays_nothing_more_and_the_video_reaches_the_disk(ProofStore store, string vendor, bool isLate)
    {
        await using var sandbox = await SandboxAsync();
        await using var line = new AnswerGate(sandbox.BaseUrl);
        await using var view = new StoreView(store);
        var job = await view.EnqueueAsync(vendor);
        using var worker = new FrozenWorker(new QueueProgram(store, At("assets"), line.Url), view);
        await line.PostedAsync();
        await worker.FreezeBetweenWritesAsync(store.IsFree);
        line.Open();
        Assert.Empty(await view.Jobs.GetOutcomesAsync(job, 1));
        await worker.BeInheritedAsync(job);
        if (isLate)
        {
            await worker.HeirEndsAsync();
        }

        Assert.Single(sandbox.Charges);
        await worker.WakeAsync();
        await worker.EndAsync();

        // In time it is the frozen one's own word that saves the video; too late it is the look-up of the other, and the word changes nothing.
        var accepted = (await view.Jobs.GetOutcomesAsync(job, 1)).Where(record => record.Verdict == SubmissionVerdict.Accepted).ToList();
        Assert.NotEmpty(accepted);
        Assert.Equal(isLate ? "lookup" : "submit", accepted[0].Source);
        Assert.Single(accepted.Select(record => record.RemoteId).Distinct());
        await EachMustBeMadeOnceAsync(view, sandbox, 1);
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Task<VideoSandbox> SandboxAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(200) }, TestContext.Current.CancellationToken);

    private static async Task EachMustBeMadeOnceAsync(StoreView view, VideoSandbox sandbox, int count)
    {
        var jobs = await view.AllAsync();
        Assert.Equal((count, count), (jobs.Count, sandbox.Charges.Count));
        foreach (var job in jobs)
        {
            Assert.Equal(VideoState.Succeeded, job.State);
            Assert.Equal(Assert.Single(sandbox.Charges, charge => charge.RemoteId == job.CurrentAttempt!.RemoteId).AmountUsd, job.CostUsd);
            Assert.True(new FileInfo(job.Source!.LocalPath!).Length > 0);
        }
    }
}
