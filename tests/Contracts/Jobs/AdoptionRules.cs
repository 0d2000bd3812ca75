using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>When a death counts against a job: only when its owner died executing a stage and had saved nothing since it took the job.</summary>
public abstract class AdoptionRules : JobTakingRules
{
    [Fact]
    public async Task Deaths_in_a_row_while_executing_the_same_stage_count_up()
    {
        var stored = await Owned("a", VideoState.Running);
        for (var count = 1; count <= 3; count++)
        {
            Lapse();
            stored = await Taken(stored.Job.Id, await Owner($"next{count}"));
            Assert.Equal(count, stored.Stamp.Adoptions);
            Assert.Equal(count, (await Found(stored.Job.Id)).Stamp.Adoptions);
        }
    }

    [Fact]
    public async Task A_death_after_a_save_does_not_count()
    {
        var stored = await Owned("a");
        await Saved(stored.Job with { State = VideoState.Running }, stored.Stamp);
        Lapse();

        Assert.Equal(0, (await Taken(stored.Job.Id, await Owner("b"))).Stamp.Adoptions);
    }

    [Fact]
    public async Task A_save_ends_the_row()
    {
        var stored = await Owned("a", VideoState.Running);
        Lapse();
        stored = await Taken(stored.Job.Id, await Owner("b"));
        Assert.Equal(1, stored.Stamp.Adoptions);
        Assert.Equal(0, (await Saved(stored.Job, stored.Stamp)).Adoptions);
        Lapse();

        Assert.Equal(0, (await Taken(stored.Job.Id, await Owner("c"))).Stamp.Adoptions);
    }

    [Theory]
    [InlineData(VideoState.Queued)]
    [InlineData(VideoState.Scheduled)]
    [InlineData(VideoState.Waiting)]
    [InlineData(VideoState.NeedsAttention)]
    [InlineData(VideoState.Parked)]
    public async Task A_death_while_nothing_executed_does_not_count(VideoState state)
    {
        var stored = await Owned("a", state);
        Lapse();

        Assert.Equal(0, (await Taken(stored.Job.Id, await Owner("b"))).Stamp.Adoptions);
    }

    [Fact]
    public async Task Retiring_ends_the_row()
    {
        var stored = await Owned("a", VideoState.Running);
        Lapse();
        await Taken(stored.Job.Id, await Owner("b"));
        await Store.RetireOwnerAsync("b", Stop);

        Assert.Equal(0, (await Taken(stored.Job.Id, await Owner("c"))).Stamp.Adoptions);
    }

    [Fact]
    public async Task A_death_noticed_at_another_job_counts_all_the_same()
    {
        var first = await Owned("a", VideoState.Running);
        var second = await Created(Some.Job(state: VideoState.Running), "a");
        Lapse();
        await Taken(first.Job.Id, await Owner("b"));

        Assert.Equal(1, (await Taken(second.Job.Id, "b")).Stamp.Adoptions);
    }
}
