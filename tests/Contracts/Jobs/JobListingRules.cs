using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Lists, pages and counts, and whose clock it is.</summary>
public abstract class JobListingRules : JobCreationRules
{
    [Fact]
    public async Task The_newest_job_is_listed_first()
    {
        var ids = await Several(3);

        Assert.Equal(ids.Reverse(), await Listed(new JobQuery()));
    }

    [Fact]
    public async Task Pages_meet_without_gap_or_overlap()
    {
        var ids = await Several(7);

        var pages = new List<string>();
        var page = await Listed(new JobQuery { Limit = 3 });
        while (page.Length > 0)
        {
            pages.AddRange(page);
            page = await Listed(new JobQuery { Limit = 3, BeforeId = page[^1] });
        }

        Assert.Equal(ids.Reverse(), pages);
    }

    [Fact]
    public async Task A_page_is_a_hundred_jobs_unless_asked_otherwise()
    {
        await Several(103);

        Assert.Equal(100, (await Listed(new JobQuery())).Length);
        Assert.Empty(await Listed(new JobQuery { Limit = 0 }));
    }

    [Fact]
    public async Task A_list_narrows_by_state_and_tenant_together()
    {
        var wanted = await Created(Some.Job(state: VideoState.Parked, tenant: "one"));
        await Created(Some.Job(state: VideoState.Queued, tenant: "one"));
        await Created(Some.Job(state: VideoState.Parked, tenant: "two"));
        await Created(Some.Job(state: VideoState.Parked));

        Assert.Equal([wanted.Job.Id], await Listed(new JobQuery { State = VideoState.Parked, Tenant = "one" }));
        Assert.Equal(3, (await Listed(new JobQuery { State = VideoState.Parked })).Length);
        Assert.Equal(2, (await Listed(new JobQuery { Tenant = "one" })).Length);
    }

    [Fact]
    public async Task Counts_follow_the_state_of_every_job()
    {
        var stored = await Owned("a");
        await Created(Some.Job());
        await Created(Some.Job(state: VideoState.Parked));
        await Saved(stored.Job with { State = VideoState.Succeeded }, stored.Stamp);

        var counts = await Store.CountAsync(Stop);
        Assert.Equal(1, counts[VideoState.Queued]);
        Assert.Equal(1, counts[VideoState.Parked]);
        Assert.Equal(1, counts[VideoState.Succeeded]);
        Assert.Equal(0, counts.GetValueOrDefault(VideoState.Running));
    }

    [Fact]
    public async Task Time_comes_from_the_clock_that_was_injected()
    {
        Assert.Equal(Start, await Store.GetTimeAsync(Stop));
        Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(Start.AddDays(400), await Store.GetTimeAsync(Stop));
    }

    [Fact]
    public async Task A_cancelled_token_starts_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var job = Some.Job();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CreateAsync(Some.New(job), source.Token));
        Assert.Null(await Store.FindAsync(job.Id, Stop));
    }

    private async Task<string[]> Several(int count)
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = (await Created(Some.Job())).Job.Id;
        }

        return ids;
    }

    private async Task<string[]> Listed(JobQuery query) => [.. (await Store.ListAsync(query, Stop)).Select(stored => stored.Job.Id)];
}
