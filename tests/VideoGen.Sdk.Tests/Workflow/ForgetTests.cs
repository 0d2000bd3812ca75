using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>What a person asks to be forgotten is gone with its files, and its money stays in the books.</summary>
public sealed class ForgetTests
{
    private static readonly VideoRequest WithPicture = A.Request with { ReferenceImages = [ReferenceMedia.FromBytes(new byte[] { 1, 2, 3 }, "image/png")] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_finished_job_goes_with_its_inputs_and_results_and_its_charge_stays(bool isDurable)
    {
        await using var world = new TestWorld(isDurable);
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        var result = await app.Process.GenerateAsync(WithPicture);
        var input = Assert.Single(JobAssets.InputsOf((await world.OnlyJobAsync()).Request));
        Assert.NotNull(await world.Assets.FindAsync(input, Stop));

        Assert.Equal(ForgetOutcome.Forgotten, await app.Queue.ForgetAsync(result.JobId, Stop));
        Assert.Null(await world.Assets.FindAsync(input, Stop));
        Assert.Null(await world.Assets.FindAsync(result.Video.Id, Stop));
        Assert.Null(await app.Queue.GetAsync(result.JobId, Stop));
        Assert.Equal(LineState.Charged, Assert.Single(await world.LinesAsync()).State);
        Assert.Equal(ForgetOutcome.NotFound, await app.Queue.ForgetAsync(result.JobId, Stop));

        // The key is free: the same wish is another video.
        Assert.NotEqual(result.JobId, (await app.Process.GenerateAsync(WithPicture)).JobId);
        Assert.Equal(2, world.RemoteJobs.Count());
    }

    [Fact]
    public async Task An_input_that_another_job_was_given_stays_until_that_one_goes()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        var first = await app.Process.GenerateAsync(WithPicture with { IdempotencyKey = "one" });
        var second = await app.Process.GenerateAsync(WithPicture with { IdempotencyKey = "two" });
        var input = JobAssets.InputsOf((await world.Jobs.FindAsync(first.JobId, Stop))!.Job.Request).Single();

        await app.Queue.ForgetAsync(first.JobId, Stop);
        Assert.NotNull(await world.Assets.FindAsync(input, Stop));
        await app.Queue.ForgetAsync(second.JobId, Stop);
        Assert.Null(await world.Assets.FindAsync(input, Stop));
    }

    [Fact]
    public async Task A_job_that_has_not_ended_is_not_forgotten()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        var job = await app.EnqueueAsync(WithPicture);

        Assert.Equal(ForgetOutcome.StillOpen, await app.Queue.ForgetAsync(job, Stop));
        await app.Queue.CancelAsync(job, Stop);
        Assert.Equal(ForgetOutcome.Forgotten, await app.Queue.ForgetAsync(job, Stop));
    }

    [Fact]
    public async Task A_job_whose_money_is_out_is_not_forgotten_before_a_person_has_settled_it()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Statuses = [new ProviderJobStatus { State = ProviderJobState.Failed, Failure = new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Charge = ChargeCertainty.Unknown, Message = "no" } }] };
        var app = await WorkerProcess.StartAsync(world, places: null);
        await app.Process.TryGenerateAsync();
        var job = await world.OnlyJobAsync();
        var line = Assert.Single(await world.LinesAsync());
        Assert.Equal((VideoState.Failed, LineState.Unverified), (job.State, line.State));

        Assert.Equal(ForgetOutcome.MoneyOut, await app.Queue.ForgetAsync(job.Id, Stop));
        Assert.NotNull(await app.Queue.GetAsync(job.Id, Stop));
        await world.Costs.SettleAsync(line.Key, new Settlement { ChargeUsd = 0.1m, Outcome = AttemptOutcome.Failed, Source = ChargeSource.Person }, Stop);
        Assert.Equal(ForgetOutcome.Forgotten, await app.Queue.ForgetAsync(job.Id, Stop));
    }

    [Fact]
    public async Task A_failed_job_that_somebody_runs_again_is_not_forgotten_and_its_inputs_stay()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Submit = ScriptedSubmit.Reject };
        var app = await WorkerProcess.StartAsync(world, places: null);
        await app.Process.TryGenerateAsync(WithPicture);
        var job = await world.OnlyJobAsync();
        await world.Jobs.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "other", Kind = "worker", Machine = "test", Lease = TimeSpan.FromSeconds(30) }, Stop);
        var taken = Assert.IsType<TakeResult.Taken>(await world.Jobs.TakeAsync(job.Id, "other", reopenFailed: true, Stop)).Stored;

        Assert.Equal(ForgetOutcome.StillOpen, await app.Queue.ForgetAsync(job.Id, Stop));
        Assert.NotNull(await world.Assets.FindAsync(JobAssets.InputsOf(job.Request).Single(), Stop));
        await world.Jobs.SaveAsync(taken.Job, taken.Stamp, keepOwner: false, Stop);
        Assert.Equal(ForgetOutcome.Forgotten, await app.Queue.ForgetAsync(job.Id, Stop));
    }

    [Fact]
    public async Task Cut_off_while_files_are_deleted_the_call_is_repeated_and_finishes()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Submit = ScriptedSubmit.Reject };
        var app = await WorkerProcess.StartAsync(world, places: null, new ChaosProcess().At("assets.Delete", ChaosEffect.Fail, occurrence: 2).At("jobs.Forget", ChaosEffect.Fail));
        await app.Process.TryGenerateAsync(WithPicture);
        var job = (await world.OnlyJobAsync()).Id;

        await Assert.ThrowsAsync<AssetStoreException>(() => app.Queue.ForgetAsync(job, Stop));
        Assert.Null((await world.OnlyStoredAsync()).Stamp.OwnerId);
        await Assert.ThrowsAsync<StoreException>(() => app.Queue.ForgetAsync(job, Stop));
        Assert.Equal(ForgetOutcome.Forgotten, await app.Queue.ForgetAsync(job, Stop));
    }

    [Fact]
    public async Task A_tenant_whose_jobs_are_gone_already_is_cleaned_up_after_once_more()
    {
        await using var world = new TestWorld();
        world.Add();
        var chaos = new ChaosProcess().At("jobs.Forget", ChaosEffect.LoseAnswer);
        var app = await WorkerProcess.StartAsync(world, places: null, chaos);
        await app.Process.GenerateAsync(A.Request with { Tenant = "acme" });

        await Assert.ThrowsAsync<StoreException>(() => app.Queue.ForgetTenantAsync("acme", Stop));
        Assert.Equal(0, (await app.Queue.ForgetTenantAsync("acme", Stop)).Forgotten);
        Assert.Equal(2, chaos.Writes.Count(write => write == "jobs.Forget"));
    }

    [Fact]
    public async Task A_job_that_cannot_be_given_back_keeps_no_other_one()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Submit = ScriptedSubmit.Reject };
        var app = await WorkerProcess.StartAsync(world, places: null);
        await app.Process.TryGenerateAsync(WithPicture with { Tenant = "acme", IdempotencyKey = "one" });
        await app.Process.TryGenerateAsync(WithPicture with { Tenant = "acme", IdempotencyKey = "two" });
        var eraser = await WorkerProcess.StartAsync(world, places: null, new ChaosProcess().At("assets.Delete", ChaosEffect.Fail).At("jobs.Save", ChaosEffect.Fail));

        await Assert.ThrowsAsync<AssetStoreException>(() => eraser.Queue.ForgetTenantAsync("acme", Stop));
        var left = await world.Jobs.ListAsync(new JobQuery { Tenant = "acme" }, Stop);
        Assert.Equal((2, 1), (left.Count, left.Count(stored => stored.Stamp.OwnerId is not null)));
    }

    [Fact]
    public async Task A_file_that_was_made_between_the_look_and_the_take_goes_too()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Submit = ScriptedSubmit.Reject };
        var app = await WorkerProcess.StartAsync(world, places: null);
        await app.Process.TryGenerateAsync(A.Request);
        var job = await world.OnlyJobAsync();
        var eraser = await WorkerProcess.StartAsync(world, places: null, new ChaosProcess().PauseBefore("jobs.Take", RunAgainAsync));

        Assert.Equal(ForgetOutcome.Forgotten, await eraser.Queue.ForgetAsync(job.Id, Stop));
        Assert.Null(await world.Assets.FindAsync("made-meanwhile", Stop));

        async Task RunAgainAsync()
        {
            await world.Jobs.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "other", Kind = "worker", Machine = "test", Lease = TimeSpan.FromSeconds(30) }, Stop);
            var taken = Assert.IsType<TakeResult.Taken>(await world.Jobs.TakeAsync(job.Id, "other", reopenFailed: true, Stop)).Stored;
            using var content = new MemoryStream([1, 2, 3]);
            var made = await world.Assets.SaveAsync(new AssetDescription { Id = "made-meanwhile", ContentType = "video/mp4" }, content, Stop);
            await world.Jobs.SaveAsync(taken.Job with { Source = made }, taken.Stamp, keepOwner: false, Stop);
        }
    }

    [Fact]
    public async Task A_tenant_is_forgotten_but_for_what_is_still_open()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        var done = await app.Process.GenerateAsync(A.Request with { Tenant = "acme" });
        var other = await app.Process.GenerateAsync(A.Request with { Tenant = "other" });
        var open = await app.EnqueueAsync(A.Request with { Tenant = "acme", IdempotencyKey = "later" });
        for (var i = 0; i < 120; i++)
        {
            await app.Queue.CancelAsync(await app.EnqueueAsync(A.Request with { Tenant = "acme", IdempotencyKey = null }), Stop);
        }

        var forgotten = await app.Queue.ForgetTenantAsync("acme", Stop);
        Assert.Equal((121, ForgetOutcome.StillOpen), (forgotten.Forgotten, forgotten.Kept[open]));
        Assert.Equal([open], (await app.Queue.ListAsync(new JobQuery { Tenant = "acme" }, Stop)).Select(job => job.Id));
        Assert.NotNull(await app.Queue.GetAsync(other.JobId, Stop));
        Assert.Null(await world.Assets.FindAsync(done.Video.Id, Stop));
    }
}
