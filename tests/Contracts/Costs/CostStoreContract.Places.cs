using VideoGen.Sdk.Costs;
using Xunit;

namespace VideoGen.Sdk.Contracts.Costs;

public abstract partial class CostStoreContract
{
    [Fact]
    public async Task A_rate_counts_submissions_of_the_last_span_to_the_instant()
    {
        var limit = Ask.Places(2, Ask.Minute);
        var begin = Clock.GetUtcNow();
        await StartAsync((await HoldAsync(Ask.For("a", 1m, limit))).Key);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await StartAsync((await HoldAsync(Ask.For("b", 1m, limit))).Key);
        Clock.Advance(TimeSpan.FromSeconds(50) - TimeSpan.FromMicroseconds(1));

        var refusal = await RefusalAsync(Ask.For("c", 1m, limit));

        Assert.Equal((limit, 1m, 0m, begin.AddMinutes(1)), (refusal.Limit, refusal.Asked, refusal.Available, refusal.ResetsAt));
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        await HoldAsync(Ask.For("c", 1m, limit));
        Assert.False(await FitsAsync(Ask.For("d", 1m, limit)));
    }

    [Fact]
    public async Task A_submission_counts_from_its_post_not_from_its_hold()
    {
        var limit = Ask.Places(1, Ask.Minute);
        await HoldAsync(Ask.For("a", 1m, limit));
        Clock.Advance(TimeSpan.FromSeconds(50));
        var started = await StartAsync(Ask.Key("a"));
        Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.Equal(started.StartedAt + TimeSpan.FromMinutes(1), (await RefusalAsync(Ask.For("b", 1m, limit))).ResetsAt);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await HoldAsync(Ask.For("b", 1m, limit));
    }

    [Fact]
    public async Task A_hold_whose_post_is_still_to_come_counts_however_old_it_is()
    {
        Limit[] limits = [Ask.Places(1, Ask.Minute), Ask.Places(1, Ask.Day)];
        await HoldAsync(Ask.For("a", 1m, limits));
        Clock.Advance(TimeSpan.FromDays(2));

        var refusals = await RefusalsAsync(Ask.For("b", 1m, limits));

        Assert.Equal([Clock.GetUtcNow().AddMinutes(1), new DateTimeOffset(2026, 3, 13, 0, 0, 0, TimeSpan.Zero)], refusals.Select(refusal => refusal.ResetsAt!.Value));
    }

    [Fact]
    public async Task A_submission_counts_on_the_day_of_its_post()
    {
        var limit = Ask.Places(1, Ask.Day);
        await HoldAsync(Ask.For("a", 1m, limit));
        Clock.Advance(TimeSpan.FromDays(1));
        await StartAsync(Ask.Key("a"));

        Assert.False(await FitsAsync(Ask.For("b", 1m, limit)));
        Clock.Advance(TimeSpan.FromDays(1));
        await HoldAsync(Ask.For("b", 1m, limit));
    }

    [Theory]
    [InlineData(AttemptOutcome.NotSent, true)]
    [InlineData(AttemptOutcome.Rejected, false)]
    [InlineData(AttemptOutcome.Failed, false)]
    [InlineData(AttemptOutcome.Unknown, false)]
    public async Task Only_a_post_that_was_not_sent_gives_its_submission_back(AttemptOutcome outcome, bool isGivenBack)
    {
        Limit[] limits = [Ask.Places(1, Ask.Minute), Ask.Places(1, Ask.Day), Ask.Places(1, Ask.Month)];
        await StartAsync((await HoldAsync(Ask.For("a", 1m, limits))).Key);

        await ReleaseAsync(Ask.Key("a"), outcome);

        Assert.Equal(isGivenBack, await FitsAsync(Ask.For("b", 1m, limits)));
        Assert.Equal(isGivenBack, await FitsAsync(Ask.For("a", 1m, Ask.Places(1, Ask.Video)).Attempt(2)));
    }

    [Fact]
    public async Task A_settled_submission_stays_counted()
    {
        var limit = Ask.Places(1, Ask.Minute);
        await StartAsync((await HoldAsync(Ask.For("a", 1m, limit))).Key);

        await SettleAsync(Ask.Key("a"), 1m);

        Assert.False(await FitsAsync(Ask.For("b", 1m, limit)));
    }

    [Fact]
    public async Task An_end_without_a_noted_start_counts_as_posted_when_it_ended()
    {
        var limit = Ask.Places(1, Ask.Minute);
        await HoldAsync(Ask.For("a", 1m, limit));
        Clock.Advance(TimeSpan.FromMinutes(5));
        var end = Clock.GetUtcNow();

        Assert.Equal(end, (await ReleaseAsync(Ask.Key("a"), AttemptOutcome.Rejected)).StartedAt);
        Assert.Equal(end.AddMinutes(1), (await RefusalAsync(Ask.For("b", 1m, limit))).ResetsAt);
    }

    [Fact]
    public async Task A_rate_that_was_lowered_waits_until_enough_submissions_have_passed()
    {
        var begin = Clock.GetUtcNow();
        foreach (var job in new[] { "a", "b", "c" })
        {
            await StartAsync((await HoldAsync(Ask.For(job, 1m, Ask.Places(5, Ask.Minute)))).Key);
            Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(begin.AddSeconds(65), (await RefusalAsync(Ask.For("d", 1m, Ask.Places(2, Ask.Minute)))).ResetsAt);
        Assert.Null((await RefusalAsync(Ask.For("d", 1m, Ask.Places(0, Ask.Minute)))).ResetsAt);
    }

    [Fact]
    public async Task Attempts_per_video_can_be_bounded()
    {
        var limit = Ask.Places(2, Ask.Video);
        var first = Ask.For("a", 0m, limit);
        await StartAsync((await HoldAsync(first)).Key);
        await ReleaseAsync(first.Key, AttemptOutcome.Failed);
        await HoldAsync(first.Attempt(2));

        var refusal = await RefusalAsync(first.Attempt(3));

        Assert.Equal((1m, 0m, null), (refusal.Asked, refusal.Available, refusal.ResetsAt));
        await HoldAsync(Ask.For("b", 0m, limit));
    }

    [Fact]
    public async Task A_running_place_is_held_from_the_hold_to_the_end()
    {
        var limit = Ask.Places(2, Ask.WhileOpen);
        await HoldAsync(Ask.For("a", 1m, limit));
        await StartAsync((await HoldAsync(Ask.For("b", 1m, limit))).Key);
        Clock.Advance(TimeSpan.FromDays(40));

        var refusal = await RefusalAsync(Ask.For("c", 1m, limit));

        Assert.Equal((1m, 0m, null), (refusal.Asked, refusal.Available, refusal.ResetsAt));
        await SettleAsync(Ask.Key("b"), 1m);
        await HoldAsync(Ask.For("c", 1m, limit));
        await ReleaseAsync(Ask.Key("a"), AttemptOutcome.Rejected);
        await HoldAsync(Ask.For("d", 1m, limit));
    }

    [Fact]
    public async Task An_unverified_attempt_gives_its_place_never_its_money_back_after_the_longest_run()
    {
        var place = Ask.Places(1, Ask.WhileOpen);
        await HoldAsync(Ask.For("a", 4m) with { LongestRun = TimeSpan.FromMinutes(30) });
        Clock.Advance(TimeSpan.FromMinutes(7));
        await StartAsync(Ask.Key("a"));
        Clock.Advance(TimeSpan.FromMinutes(10));
        await DoubtAsync(Ask.Key("a"));
        Clock.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromMicroseconds(1));

        Assert.False(await FitsAsync(Ask.For("b", 1m, place)));
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        await HoldAsync(Ask.For("b", 1m, place));
        Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(6m, (await RefusalAsync(Ask.For("c", 7m, Ask.Usd(11m, Ask.WhileOpen)))).Available);
        Assert.Equal((LineState.Unverified, 4m), ((await FindAsync(Ask.Key("a"))).State, (await FindAsync(Ask.Key("a"))).ReservedUsd));
    }

    [Fact]
    public async Task A_verified_attempt_has_its_place_again()
    {
        var place = Ask.Places(1, Ask.WhileOpen);
        await StartAsync((await HoldAsync(Ask.For("a", 4m))).Key);
        await DoubtAsync(Ask.Key("a"));
        Clock.Advance(TimeSpan.FromHours(3));
        Assert.True(await FitsAsync(Ask.For("b", 1m, place)));

        await VerifyAsync(Ask.Key("a"));

        Assert.False(await FitsAsync(Ask.For("b", 1m, place)));
        await SettleAsync(Ask.Key("a"), 4m);
        Assert.True(await FitsAsync(Ask.For("b", 1m, place)));
    }
}
