using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>The order of claims, and pauses.</summary>
public abstract class ClaimOrderRules : ClaimRules
{
    private int made;

    [Fact]
    public async Task Finished_videos_go_first_then_what_is_paid_then_by_priority_then_the_oldest()
    {
        await Owner("a");
        var plain = await Made(VideoPriority.Normal);
        var later = await Made(VideoPriority.Normal);
        var low = await Made(VideoPriority.Low);
        var urgent = await Made(VideoPriority.Urgent);
        var high = await Made(VideoPriority.High);
        var paid = await Made(VideoPriority.Low, Some.Attempt() with { IntentAt = Start });
        var done = await Made(VideoPriority.Low, Some.Attempt() with { IntentAt = Start, Outcome = AttemptOutcome.Succeeded, ClosedAt = Start });

        Assert.Equal([done, paid, urgent, high, plain, later, low], await Order(100));
    }

    [Fact]
    public async Task Whoever_waits_rises_so_that_nothing_starves()
    {
        await Owner("a");
        var low = await Made(VideoPriority.Low);
        await Until(Start + (ClaimOrder.AgeingStep * 3) + TimeSpan.FromSeconds(1), "a");
        var urgent = await Made(VideoPriority.Urgent);
        Assert.Equal([low, urgent], await Order(100));
    }

    [Fact]
    public async Task A_wait_counts_from_the_start_that_was_asked_for()
    {
        await Owner("a");
        var start = Start + (ClaimOrder.AgeingStep * 3);
        var scheduled = Some.Job(state: VideoState.Scheduled) with { NotBefore = start, DueAt = start, Priority = VideoPriority.Low };
        await Created(scheduled);
        await Until(start, "a");
        var normal = await Made(VideoPriority.Normal);
        Assert.Equal([normal, scheduled.Id], await Order(100));
    }

    [Fact]
    public async Task Tenants_take_turns_however_much_one_of_them_has_queued()
    {
        await Owner("a");
        var loud = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            loud.Add(await Made(tenant: "loud"));
        }

        var quiet = await Made(tenant: "quiet");
        var alone = await Made();
        Assert.Equal([loud[0], quiet, alone, loud[1]], await Order(4));

        var second = await Made(tenant: "quiet");
        Assert.Equal([second], await Order(1));
        Assert.Equal([loud[2], loud[3]], await Order(5));
    }

    [Fact]
    public async Task A_tenant_gets_no_more_than_its_places()
    {
        await Owner("a");
        for (var i = 0; i < 3; i++)
        {
            await Made(tenant: "loud");
            await Made(tenant: "full");
            await Made();
        }

        var places = new Dictionary<string, int> { ["full"] = 2, ["loud"] = 1 };
        var claimed = await Store.ClaimAsync(new JobClaim { OwnerId = "a", Max = 9, MaxPerTenant = 2, TenantPlaces = places }, Stop);
        Assert.Equal(["loud", null, null], claimed.Select(job => job.Job.Request.Tenant).OrderBy(tenant => tenant is null));
    }

    [Fact]
    public async Task A_pause_holds_back_what_is_not_begun_and_nothing_that_is_paid()
    {
        await Owner("a");
        var plain = await Made();
        var paid = await Made(attempt: Some.Attempt() with { IntentAt = Start });
        await Store.PauseAsync(null, Stop);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Store.PauseAsync(null, Stop);
        Assert.Equal([new QueuePause(null, Start)], await Store.GetPausesAsync(Stop));
        Assert.Equal([paid], await Order(100));

        await Store.ResumeAsync(null, Stop);
        Assert.Empty(await Store.GetPausesAsync(Stop));
        Assert.Equal([plain], await Order(100));
    }

    [Fact]
    public async Task A_providers_pause_holds_back_only_jobs_that_need_it()
    {
        await Owner("a");
        var plain = await Made();
        var held = await Made(attempt: Some.Attempt());
        await Store.PauseAsync("kling", Stop);
        await Store.PauseAsync(null, Stop);
        await Store.ResumeAsync(null, Stop);
        Assert.Equal("kling", Assert.Single(await Store.GetPausesAsync(Stop)).Provider);
        Assert.Equal([plain], await Order(100));

        await Store.ResumeAsync("kling", Stop);
        await Store.ResumeAsync("kling", Stop);
        Assert.Equal([held], await Order(100));
    }

    private async Task<string> Made(VideoPriority priority = VideoPriority.Normal, Attempt? attempt = null, string? tenant = null) => (await Created(
        Some.Job(tenant: tenant) with { Priority = priority, Attempts = attempt is null ? [] : [attempt], CreatedAt = Clock.GetUtcNow().AddMilliseconds(++made) })).Job.Id;

    private async Task<IEnumerable<string>> Order(int max) => (await Claim("a", max)).Select(job => job.Job.Id);
}
