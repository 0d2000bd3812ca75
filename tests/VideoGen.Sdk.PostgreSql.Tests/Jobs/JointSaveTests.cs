using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

/// <summary>Saves that wait while others are on their way go together, and each has its own answer.</summary>
public sealed class JointSaveTests(SharedServer server) : PostgreSqlTests(server)
{
    // As many as may be on their way at once.
    private const int Carriers = 3;
    private const int Many = 40;

    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<StoredJob> jobs = [];
    private readonly List<Task<SaveResult>> held = [];
    private PostgreSqlDatabase database = null!;
    private PostgreSqlJobStore store = null!;
    private int commits;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        database = Schemas.Open();
        store = new PostgreSqlJobStore(database, null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        for (var i = 0; i < Many; i++)
        {
            jobs.Add(Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored);
        }

        await HoldCarriersAsync();
    }

    [Fact]
    public async Task Those_who_wait_share_one_commit_and_all_are_saved()
    {
        var saves = Rest().Select(stored => Save(stored)).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll([.. held, .. saves]), saved => Assert.Equal(2, Assert.IsType<SaveResult.Saved>(saved).Stamp.Version));
        Assert.Equal(Carriers + 1, commits);
        Assert.Equal(Many, await CountAsync("stage = 'Submit' AND version = 2"));
    }

    [Fact]
    public async Task Who_finds_the_fence_shut_is_told_why_and_the_others_are_saved()
    {
        var late = store.SaveAsync(jobs[^1].Job, jobs[^1].Stamp with { Version = 7 }, true, Stop);
        var saves = Rest().SkipLast(1).Select(stored => store.SaveAsync(stored.Job with { State = VideoState.Succeeded }, stored.Stamp, true, Stop)).ToList();
        release.SetResult();

        Assert.Contains("version 1, not 7", Assert.IsType<SaveResult.Lost>(await late).Reason, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(saves), saved => Assert.Null(Assert.IsType<SaveResult.Saved>(saved).Stamp.OwnerId));
        Assert.Equal(Many - Carriers - 1, await CountAsync("is_ended AND owner_id IS NULL"));
    }

    [Fact]
    public async Task What_the_server_refuses_of_one_keeps_nobody_else_from_being_saved()
    {
        release.SetResult();
        await Task.WhenAll(held);
        await Schemas.RunAsync("ALTER TABLE jobs ADD CONSTRAINT picky CHECK (stage <> 'Refused')");
        var refused = Save(jobs[^1], "Refused");
        var saves = Rest().SkipLast(1).Select(stored => Save(stored)).ToList();

        await Assert.ThrowsAsync<StoreException>(() => refused);
        Assert.All(await Task.WhenAll(saves), saved => Assert.IsType<SaveResult.Saved>(saved));
    }

    [Fact]
    public async Task When_the_server_refuses_a_joint_save_each_of_it_is_saved_by_itself()
    {
        // No text of the server's holds this character.
        var refused = Save(jobs[^1], "Re\0fused");
        var saves = Rest().SkipLast(1).Select(stored => Save(stored)).ToList();
        release.SetResult();

        await Assert.ThrowsAsync<StoreException>(() => refused);
        Assert.All(await Task.WhenAll(saves), saved => Assert.IsType<SaveResult.Saved>(saved));
        Assert.Equal(Many - 1, commits);
    }

    [Fact]
    public async Task Intents_go_together_with_saves_and_one_that_is_there_already_is_refused_alone()
    {
        var known = Some.Intent(jobs[^1].Job.Id);
        var saves = Rest().Skip(2).Select(stored => Save(stored)).ToList();
        var intents = Rest().Take(2).Select(stored => store.SaveIntentAsync(stored.Job with { Stage = "Submit" }, stored.Stamp, Some.Intent(stored.Job.Id), Stop)).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(intents), saved => Assert.NotEqual(default, Assert.IsType<IntentResult.Saved>(saved).Intent.SavedAt));
        Assert.Equal(Carriers + 1, commits);
        var last = Assert.IsType<SaveResult.Saved>((await Task.WhenAll(saves))[^1]).Stamp;
        var first = Assert.IsType<IntentResult.Saved>(await store.SaveIntentAsync(jobs[^1].Job, last, known, Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveIntentAsync(jobs[^1].Job, first.Stamp, known, Stop));
    }

    [Fact]
    public async Task A_save_tells_the_signals_that_were_left_before_it()
    {
        database.AroundCommit = null;
        await store.SignalAsync(jobs[^1].Job.Id, JobSignalKind.Cancel, Stop);
        var (told, calm) = (Save(jobs[^1]), Save(jobs[^2]));
        release.SetResult();

        Assert.Equal(await store.GetSignalsAsync(jobs[^1].Job.Id, Stop), Assert.IsType<SaveResult.Saved>(await told).Signals);
        Assert.Equal(new JobSignals(), Assert.IsType<SaveResult.Saved>(await calm).Signals);
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_has_saved_nothing()
    {
        using var giveUp = new CancellationTokenSource();
        var given = store.SaveAsync(jobs[^1].Job with { Stage = "Later" }, jobs[^1].Stamp, true, giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        release.SetResult();

        await Task.WhenAll(held);
        Assert.Equal(0, await CountAsync("stage = 'Later'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_joint_commit_whose_answer_is_lost_is_read_back_and_made_up_for_by_each(bool written)
    {
        database.AroundCommit = async commit =>
        {
            database.AroundCommit = null;
            await (written ? commit() : Task.CompletedTask);
            throw new IOException("the line went dead");
        };
        var saves = Rest().Select(stored => Save(stored)).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(saves), saved => Assert.Equal(2, Assert.IsType<SaveResult.Saved>(saved).Stamp.Version));
        Assert.Equal(Many, await CountAsync("stage = 'Submit' AND version = 2"));
    }

    private IEnumerable<StoredJob> Rest() => jobs.Skip(Carriers);

    private Task<SaveResult> Save(StoredJob stored, string stage = "Submit") => store.SaveAsync(stored.Job with { Stage = stage }, stored.Stamp, true, Stop);

    private Task<long> CountAsync(string condition) => Schemas.RunAsync($"SELECT count(*) FROM jobs WHERE {condition}");

    /// <summary>Has every carrier wait before its commit, so that what comes next has to wait too.</summary>
    private async Task HoldCarriersAsync()
    {
        foreach (var stored in jobs.Take(Carriers))
        {
            var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            database.AroundCommit = async commit =>
            {
                Interlocked.Increment(ref commits);
                isHeld.TrySetResult();
                await release.Task;
                await commit();
            };
            held.Add(Save(stored));
            await isHeld.Task;
        }
    }
}
