using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>The fence: owner, epoch, version and life of the owner, checked by the statement that writes.</summary>
public abstract class FencedSaveRules : AdoptionRules
{
    [Fact]
    public async Task A_save_behind_the_fence_is_there_and_moves_the_version()
    {
        var stored = await Owned("a");

        var stamp = await Saved(stored.Job with { Stage = "Submit", State = VideoState.Running }, stored.Stamp);
        Assert.Equal(stored.Stamp with { Version = stored.Stamp.Version + 1 }, stamp);
        var found = await Found(stored.Job.Id);
        Assert.Equal(("Submit", VideoState.Running, stamp), (found.Job.Stage, found.Job.State, found.Stamp));
    }

    [Fact]
    public async Task A_save_under_another_owners_name_is_lost()
    {
        var stored = await Owned("a");

        await IsLost(stored.Job, stored.Stamp with { OwnerId = await Owner("b") });
    }

    [Fact]
    public async Task A_save_of_an_old_epoch_is_lost()
    {
        var stored = await Owned("a");

        await IsLost(stored.Job, stored.Stamp with { Epoch = stored.Stamp.Epoch - 1 });
    }

    [Fact]
    public async Task A_save_of_an_old_version_is_lost()
    {
        var stored = await Owned("a");
        await Saved(stored.Job, stored.Stamp);

        await IsLost(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task A_save_of_a_dead_owner_is_lost()
    {
        var stored = await Owned("a");
        var witness = await Created(Some.Job(), "a");
        Lapse();
        await Taken(witness.Job.Id, await Owner("b"));

        // The job itself still carries the dead owner's name, epoch and version.
        Assert.Equal(stored.Stamp, (await Found(stored.Job.Id)).Stamp);
        await IsLost(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task A_save_of_a_job_that_nobody_owns_is_lost()
    {
        var stored = await Created(Some.Job());

        await IsLost(stored.Job, stored.Stamp);
        await IsLost(stored.Job, stored.Stamp with { OwnerId = await Owner("a") });
    }

    [Fact]
    public async Task A_save_of_an_unknown_job_is_lost()
    {
        await Owner("a");

        await IsLost(Some.Job(), new JobStamp(1, "a", 1, 0));
    }

    [Fact]
    public async Task An_owner_whose_lease_ran_out_unnoticed_may_still_save()
    {
        var stored = await Owned("a");
        Lapse();

        await Saved(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task Letting_go_frees_the_job_for_anyone_without_an_adoption()
    {
        var stored = await Owned("a");
        var stamp = await Saved(stored.Job with { State = VideoState.Scheduled, DueAt = Start.AddHours(1) }, stored.Stamp, keepOwner: false);

        Assert.Null(stamp.OwnerId);
        Assert.Null((await Found(stored.Job.Id)).Stamp.OwnerId);
        await IsLost(stored.Job, stamp);
        await IsLost(stored.Job, stamp with { OwnerId = "a" });
        Assert.Equal(0, (await Taken(stored.Job.Id, await Owner("b"))).Stamp.Adoptions);
    }

    [Theory]
    [InlineData(VideoState.Succeeded)]
    [InlineData(VideoState.Failed)]
    [InlineData(VideoState.Cancelled)]
    public async Task An_ended_job_loses_its_owner_and_is_never_saved_again(VideoState state)
    {
        var stored = await Owned("a");
        var stamp = await Saved(stored.Job with { State = state }, stored.Stamp, keepOwner: true);

        Assert.Null(stamp.OwnerId);
        await IsLost(stored.Job, stamp);
        await IsLost(stored.Job, stamp with { OwnerId = "a" });
    }

    [Fact]
    public async Task Fifty_saves_of_one_stamp_leave_one()
    {
        var stored = await Owned("a");

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Store.SaveAsync(stored.Job with { Tries = i + 1 }, stored.Stamp, true, Stop))));
        var saved = Assert.Single(results.OfType<SaveResult.Saved>());
        var found = await Found(stored.Job.Id);
        Assert.Equal(saved.Stamp, found.Stamp);
        Assert.IsType<SaveResult.Saved>(results[found.Job.Tries - 1]);
    }
}
