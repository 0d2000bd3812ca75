using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Owners, leases and taking over.</summary>
public abstract class JobTakingRules : JobListingRules
{
    [Fact]
    public async Task A_job_that_nobody_has_is_taken_under_a_new_epoch()
    {
        var stored = await Created(Some.Job());

        var taken = await Taken(stored.Job.Id, await Owner("a"));
        Assert.Equal("a", taken.Stamp.OwnerId);
        Assert.True(taken.Stamp.Epoch > stored.Stamp.Epoch);
        Assert.Equal(stored.Stamp.Version, taken.Stamp.Version);
        Assert.Equal(taken.Stamp, (await Found(stored.Job.Id)).Stamp);
    }

    [Fact]
    public async Task A_job_of_a_living_owner_stays_his_and_the_answer_says_for_how_long()
    {
        var stored = await Owned("a");
        await Owner("b");
        Clock.Advance(TimeSpan.FromSeconds(10));

        var owned = Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, "b", cancellationToken: Stop));
        Assert.Equal(("a", TimeSpan.FromSeconds(20)), (owned.OwnerId, owned.LeaseEndsIn));
        Assert.Equal(stored.Stamp, (await Found(stored.Job.Id)).Stamp);
    }

    [Fact]
    public async Task A_renewal_counts_from_now()
    {
        var stored = await Owned("a");
        Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.True(await Store.RenewOwnerAsync("a", Stop));
        Clock.Advance(TimeSpan.FromSeconds(29));

        Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, await Owner("b"), cancellationToken: Stop));
    }

    [Fact]
    public async Task A_lapsed_owner_loses_its_job_and_is_dead_from_then_on()
    {
        var stored = await Owned("a");
        Lapse();

        var taken = await Taken(stored.Job.Id, await Owner("b"));
        Assert.True(taken.Stamp.Epoch > stored.Stamp.Epoch);
        Assert.False(await Store.RenewOwnerAsync("a", Stop));
        await IsLost(stored.Job, stored.Stamp);
        await Saved(taken.Job, taken.Stamp);
    }

    [Fact]
    public async Task A_clock_set_back_keeps_no_dead_owner_alive()
    {
        var stored = await Owned("a");
        await Owner("living");
        var other = await Created(Some.Job(), "living");
        Clock.AdjustTime(Start - TimeSpan.FromHours(1));
        Assert.True(await Store.RenewOwnerAsync("living", Stop));

        await Owner("b");
        Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(other.Job.Id, "b", cancellationToken: Stop));
        await Taken(stored.Job.Id, "b");
        Assert.False(await Store.RenewOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task A_clock_set_back_a_little_declares_nobody_dead()
    {
        var stored = await Owned("a");
        Clock.AdjustTime(Start - TimeSpan.FromSeconds(5));

        Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, await Owner("b"), cancellationToken: Stop));
    }

    [Fact]
    public async Task A_dead_owner_loses_all_its_jobs_at_once()
    {
        var first = await Owned("a");
        var second = await Created(Some.Job(), "a");
        Lapse();
        await Owner("b");
        await Taken(first.Job.Id, "b");

        await IsLost(second.Job, second.Stamp);
        await Taken(second.Job.Id, "b");
    }

    [Fact]
    public async Task A_lease_ends_on_the_tick()
    {
        var stored = await Owned("a");
        await Owner("b");
        Clock.Advance(Lease - TimeSpan.FromMilliseconds(1));
        Assert.True(await Store.RenewOwnerAsync("b", Stop));
        Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, "b", cancellationToken: Stop));

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Taken(stored.Job.Id, "b");
    }

    [Fact]
    public async Task A_lapsed_lease_that_nobody_noticed_can_still_be_renewed()
    {
        var stored = await Owned("a");
        Lapse();

        Assert.True(await Store.RenewOwnerAsync("a", Stop));
        Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, await Owner("b"), cancellationToken: Stop));
        await Saved(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task Nobody_declares_itself_dead()
    {
        var stored = await Owned("a");
        Lapse();

        var owned = Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, "a", cancellationToken: Stop));
        Assert.Equal(("a", TimeSpan.Zero), (owned.OwnerId, owned.LeaseEndsIn));
        Assert.True(await Store.RenewOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task A_retired_owner_frees_its_jobs_at_once_and_saves_none()
    {
        var stored = await Owned("a", VideoState.Running);
        await Store.RetireOwnerAsync("a", Stop);

        Assert.Null((await Found(stored.Job.Id)).Stamp.OwnerId);
        Assert.False(await Store.RenewOwnerAsync("a", Stop));
        await IsLost(stored.Job, stored.Stamp);
        Assert.Equal(0, (await Taken(stored.Job.Id, await Owner("b"))).Stamp.Adoptions);
    }

    [Fact]
    public async Task Retiring_a_dead_or_unknown_owner_changes_nothing()
    {
        var stored = await Owned("a", VideoState.Running);
        var other = await Created(Some.Job(state: VideoState.Running), "a");
        Lapse();
        await Taken(stored.Job.Id, await Owner("b"));

        await Store.RetireOwnerAsync("a", Stop);
        await Store.RetireOwnerAsync("ghost", Stop);
        Assert.Equal(1, (await Taken(other.Job.Id, "b")).Stamp.Adoptions);
    }

    [Fact]
    public async Task An_owner_id_is_never_used_twice()
    {
        await Store.RetireOwnerAsync(await Owner("a"), cancellationToken: Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Owner("a"));
        Assert.False(await Store.RenewOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task Registering_a_living_owner_again_renews_it()
    {
        var stored = await Owned("a");
        Clock.Advance(TimeSpan.FromSeconds(20));
        await Owner("a");

        var owned = Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, await Owner("b"), cancellationToken: Stop));
        Assert.Equal(Lease, owned.LeaseEndsIn);
    }

    [Fact]
    public async Task Only_a_registered_living_owner_takes()
    {
        var stored = await Created(Some.Job());
        await Store.RetireOwnerAsync(await Owner("retired"), Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.TakeAsync(stored.Job.Id, "ghost", cancellationToken: Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.TakeAsync(stored.Job.Id, "retired", cancellationToken: Stop));
        Assert.Null((await Found(stored.Job.Id)).Stamp.OwnerId);
        Assert.False(await Store.RenewOwnerAsync("ghost", Stop));
    }

    [Theory]
    [InlineData(VideoState.Succeeded)]
    [InlineData(VideoState.Failed)]
    [InlineData(VideoState.Cancelled)]
    public async Task An_ended_job_is_not_taken(VideoState state)
    {
        var stored = await Owned("a");
        await Saved(stored.Job with { State = state }, stored.Stamp);

        var ended = Assert.IsType<TakeResult.Ended>(await Store.TakeAsync(stored.Job.Id, await Owner("b"), cancellationToken: Stop));
        Assert.Equal(state, ended.Stored.Job.State);
        Assert.Null(ended.Stored.Stamp.OwnerId);
    }

    [Fact]
    public async Task A_failed_job_is_taken_as_it_is_by_whoever_reopens_it()
    {
        var stored = await Owned("a");
        await Saved(stored.Job with { State = VideoState.Failed }, stored.Stamp);
        await Owner("b");

        var taken = Assert.IsType<TakeResult.Taken>(await Store.TakeAsync(stored.Job.Id, "b", reopenFailed: true, Stop)).Stored;
        Assert.Equal((VideoState.Failed, "b", 0), (taken.Job.State, taken.Stamp.OwnerId, taken.Stamp.Adoptions));
        var owned = Assert.IsType<TakeResult.Owned>(await Store.TakeAsync(stored.Job.Id, "a", reopenFailed: true, Stop));
        Assert.Equal("b", owned.OwnerId);
        await Saved(taken.Job with { State = VideoState.Queued }, taken.Stamp);
        Assert.Equal(VideoState.Queued, (await Found(stored.Job.Id)).Job.State);
    }

    [Theory]
    [InlineData(VideoState.Succeeded)]
    [InlineData(VideoState.Cancelled)]
    public async Task No_other_end_is_reopened(VideoState state)
    {
        var stored = await Owned("a");
        await Saved(stored.Job with { State = state }, stored.Stamp);

        Assert.IsType<TakeResult.Ended>(await Store.TakeAsync(stored.Job.Id, "a", reopenFailed: true, Stop));
    }

    [Fact]
    public async Task An_unknown_job_is_not_found() => Assert.IsType<TakeResult.NotFound>(await Store.TakeAsync("nobody", await Owner("a"), cancellationToken: Stop));

    [Fact]
    public async Task Fifty_takers_and_one_job_make_one_owner()
    {
        var stored = await Owned("dead");
        Lapse();
        var owners = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Owner($"o{i}")));

        var results = await Task.WhenAll(owners.Select(owner => Task.Run(() => Store.TakeAsync(stored.Job.Id, owner, cancellationToken: Stop))));
        var taken = Assert.Single(results.OfType<TakeResult.Taken>());
        Assert.All(results.OfType<TakeResult.Owned>(), owned => Assert.Equal(taken.Stored.Stamp.OwnerId, owned.OwnerId));
        Assert.Equal(49, results.OfType<TakeResult.Owned>().Count());
    }
}
