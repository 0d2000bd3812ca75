using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Claims: what is handed out, to whom, and under which adoption rules.</summary>
public abstract class ClaimRules : SignalRules
{
    [Fact]
    public async Task A_claim_takes_jobs_nobody_has_and_no_more_than_asked_for()
    {
        await Owner("a");
        var first = await Created(Some.Job());
        await Created(Some.Job());

        var claimed = Assert.Single(await Claim("a", 1));
        Assert.Equal((first.Job.Id, "a", 1L), (claimed.Job.Id, claimed.Stamp.OwnerId!, claimed.Stamp.Epoch));
        await Saved(claimed.Job, claimed.Stamp);
        Assert.Single(await Claim("a", 5));
        Assert.Empty(await Claim("a", 5));
    }

    [Theory]
    [InlineData(VideoState.Queued, true)]
    [InlineData(VideoState.Running, true)]
    [InlineData(VideoState.Waiting, true)]
    [InlineData(VideoState.Scheduled, true)]
    [InlineData(VideoState.NeedsAttention, false)]
    [InlineData(VideoState.Parked, false)]
    [InlineData(VideoState.Succeeded, false)]
    [InlineData(VideoState.Failed, false)]
    [InlineData(VideoState.Cancelled, false)]
    public async Task A_job_is_handed_out_by_its_state(VideoState state, bool isHandedOut)
    {
        await Owner("a");
        await Created(Some.Job(state: state));
        Assert.Equal(isHandedOut, (await Claim("a")).Count == 1);
    }

    [Theory]
    [InlineData(VideoState.Scheduled)]
    [InlineData(VideoState.Waiting)]
    [InlineData(VideoState.NeedsAttention)]
    public async Task A_job_with_a_due_time_is_handed_out_from_then_on(VideoState state)
    {
        await Owner("a");
        var job = (await Created(Some.Job(state: state) with { DueAt = Start.AddMinutes(5) })).Job;
        Assert.Empty(await Claim("a"));
        Assert.Equal(Start.AddMinutes(5), await Store.NextDueAsync("a", Stop));

        await Until(Start.AddMinutes(5), "a");
        Assert.Equal(job.Id, Assert.Single(await Claim("a")).Job.Id);
        Assert.Null(await Store.NextDueAsync("a", Stop));
    }

    [Theory]
    [InlineData(JobSignalKind.Wake)]
    [InlineData(JobSignalKind.Cancel)]
    public async Task A_signal_makes_a_waiting_job_due_until_it_is_saved_again(JobSignalKind kind)
    {
        await Owner("a");
        var job = (await Created(Some.Job(state: VideoState.Scheduled) with { DueAt = Start.AddDays(1) })).Job;
        await Store.SignalAsync(job.Id, kind, Stop);
        var claimed = Assert.Single(await Claim("a"));

        await Saved(claimed.Job, claimed.Stamp, keepOwner: false);
        Assert.Empty(await Claim("a"));
    }

    [Fact]
    public async Task A_signal_makes_no_ended_or_parked_job_due()
    {
        await Owner("a");
        foreach (var state in new[] { VideoState.Succeeded, VideoState.Parked, VideoState.NeedsAttention })
        {
            await Store.SignalAsync((await Created(Some.Job(state: state))).Job.Id, JobSignalKind.Wake, Stop);
        }

        Assert.Empty(await Claim("a"));
    }

    [Fact]
    public async Task The_jobs_of_a_retired_owner_are_handed_out_at_once_without_an_adoption()
    {
        var stored = await Owned("a", VideoState.Running);
        await Owner("b");
        Assert.Empty(await Claim("b"));

        await Store.RetireOwnerAsync("a", Stop);
        Assert.Equal((stored.Job.Id, 0), Assert.Single(await Claim("b")) is var claimed ? (claimed.Job.Id, claimed.Stamp.Adoptions) : default);
    }

    [Fact]
    public async Task The_jobs_of_a_lapsed_owner_are_handed_out_and_its_saves_are_lost()
    {
        var stored = await Owned("a", VideoState.Running);
        var other = await Created(Some.Job(state: VideoState.Waiting), "a");
        await Owner("b");
        Assert.Equal(Start + Lease, await Store.NextDueAsync("b", Stop));
        await Until(Start + Lease, "b");

        var claimed = await Claim("b");
        Assert.Equal([(stored.Job.Id, 1), (other.Job.Id, 0)], claimed.Select(job => (job.Job.Id, job.Stamp.Adoptions)));
        await IsLost(stored.Job, stored.Stamp);
        Assert.False(await Store.RenewOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task Jobs_left_over_when_their_dead_owner_was_found_out_are_handed_out_later()
    {
        var stored = await Owned("a", VideoState.Running);
        await Created(Some.Job(state: VideoState.Running), "a");
        await Owner("b");
        await Until(Start + Lease, "b");
        await Taken(stored.Job.Id, "b");

        Assert.Equal(1, Assert.Single(await Claim("b")).Stamp.Adoptions);
    }

    [Fact]
    public async Task Nobody_declares_itself_dead_by_a_claim()
    {
        await Owned("a");
        Lapse();
        Assert.Empty(await Claim("a"));
        Assert.True(await Store.RenewOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task A_dead_owner_claims_nothing()
    {
        await Owner("a");
        await Created(Some.Job());
        await Store.RetireOwnerAsync("a", Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Claim("a"));
    }

    [Fact]
    public async Task Of_many_claims_at_once_each_job_has_one_winner()
    {
        var owners = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Owner($"o{i}")));
        for (var i = 0; i < 20; i++)
        {
            await Created(Some.Job());
        }

        var claims = await Task.WhenAll(owners.Select(owner => Task.Run(() => Claim(owner, 5), Stop)));
        var ids = claims.SelectMany(claim => claim).Select(job => job.Job.Id).ToList();
        Assert.Equal(20, ids.Count);
        Assert.Equal(20, ids.Distinct().Count());
        Assert.All(claims, claim => Assert.InRange(claim.Count, 0, 5));
    }

    [Fact]
    public async Task Jobs_of_providers_and_stages_that_the_process_lacks_are_left_alone()
    {
        await Owner("a");
        var any = await Created(Some.Job());
        var kling = await Created(Some.Job() with { Attempts = [Some.Attempt()] });
        var over = await Created(Some.Job() with { Attempts = [Some.Attempt() with { ClosedAt = Start, Outcome = AttemptOutcome.Failed }] });
        await Created(Some.Job() with { Stage = "Later" });

        var claimed = await Store.ClaimAsync(new JobClaim { OwnerId = "a", Max = 9, Providers = ["fal", "o\"k"], Stages = ["Plan", "Wait"] }, Stop);
        Assert.Equal([any.Job.Id, over.Job.Id], claimed.Select(job => job.Job.Id));
        Assert.Equal(kling.Job.Id, Assert.Single(await Store.ClaimAsync(new JobClaim { OwnerId = "a", Max = 9, Providers = ["kling"], Stages = ["Plan"] }, Stop)).Job.Id);
    }

    protected Task<IReadOnlyList<StoredJob>> Claim(string owner, int max = 100) => Store.ClaimAsync(new JobClaim { OwnerId = owner, Max = max }, Stop);

    /// <summary>Lets time pass while this owner lives.</summary>
    protected async Task Until(DateTimeOffset moment, string owner)
    {
        Clock.Advance(moment - Clock.GetUtcNow());
        Assert.True(await Store.RenewOwnerAsync(owner, Stop));
    }
}
