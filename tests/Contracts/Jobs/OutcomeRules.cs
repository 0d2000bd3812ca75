using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Outcomes: append-only, from anyone, at any time; the first decided one counts.</summary>
public abstract class OutcomeRules : IntentRules
{
    [Fact]
    public async Task A_statement_is_kept_whole_with_the_stores_time()
    {
        var said = Some.Statement("j", SubmissionVerdict.Rejected) with { EstimateUsd = 1.234567m, Source = "lookup" };
        Clock.Advance(TimeSpan.FromMinutes(5));

        var recorded = await Store.RecordOutcomeAsync(said, Stop);
        Assert.Equal(said with { At = Start.AddMinutes(5) }, recorded.Effective);
        Assert.Equal([recorded.Effective], await Store.GetOutcomesAsync("j", 1, Stop));
        Assert.False(recorded.IsDuplicateCharge);
    }

    [Fact]
    public async Task Nothing_said_is_an_empty_list() => Assert.Empty(await Store.GetOutcomesAsync("nobody", 1, Stop));

    [Fact]
    public async Task The_first_decided_statement_counts()
    {
        await Says(SubmissionVerdict.Accepted, "r1");

        var later = await Says(SubmissionVerdict.Rejected);
        Assert.Equal("r1", later.Effective.RemoteId);
        Assert.False(later.IsDuplicateCharge);
        Assert.Equal(2, (await Store.GetOutcomesAsync("j", 1, Stop)).Count);
    }

    [Theory]
    [InlineData(SubmissionVerdict.Accepted, "r1")]
    [InlineData(SubmissionVerdict.Rejected, null)]
    [InlineData(SubmissionVerdict.NotSent, null)]
    public async Task Any_decision_replaces_an_unknown(SubmissionVerdict verdict, string? remoteId)
    {
        Assert.Equal(SubmissionVerdict.Unknown, (await Says(SubmissionVerdict.Unknown)).Effective.Verdict);

        var decided = await Says(verdict, remoteId);
        Assert.Equal((verdict, remoteId), (decided.Effective.Verdict, decided.Effective.RemoteId));
        Assert.False(decided.IsDuplicateCharge);
        Assert.Equal([SubmissionVerdict.Unknown, verdict], (await Store.GetOutcomesAsync("j", 1, Stop)).Select(record => record.Verdict));
    }

    [Fact]
    public async Task A_late_unknown_changes_no_decision()
    {
        await Says(SubmissionVerdict.Accepted, "r1");

        Assert.Equal("r1", (await Says(SubmissionVerdict.Unknown)).Effective.RemoteId);
    }

    [Fact]
    public async Task The_same_statement_again_changes_nothing_whoever_says_it()
    {
        var first = await Says(SubmissionVerdict.Accepted, "r1");
        Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await Store.RecordOutcomeAsync(Some.Statement("j", SubmissionVerdict.Accepted, "r1", source: "webhook"), Stop);
        Assert.Equal(first, again);
        Assert.Single(await Store.GetOutcomesAsync("j", 1, Stop));
    }

    [Fact]
    public async Task A_second_remote_id_is_kept_and_alarmed_each_time_it_is_told()
    {
        await Says(SubmissionVerdict.Accepted, "r1");

        var second = await Says(SubmissionVerdict.Accepted, "r2");
        Assert.Equal(("r1", true), (second.Effective.RemoteId, second.IsDuplicateCharge));
        Assert.True((await Says(SubmissionVerdict.Accepted, "r2")).IsDuplicateCharge);
        Assert.False((await Says(SubmissionVerdict.Accepted, "r1")).IsDuplicateCharge);
        Assert.Equal(["r1", "r2"], (await Store.GetOutcomesAsync("j", 1, Stop)).Select(record => record.RemoteId));
    }

    [Theory]
    [InlineData(SubmissionVerdict.Rejected)]
    [InlineData(SubmissionVerdict.NotSent)]
    public async Task An_acceptance_after_a_refusal_is_kept_and_alarmed(SubmissionVerdict refusal)
    {
        await Says(refusal);

        var accepted = await Says(SubmissionVerdict.Accepted, "r1");
        Assert.Equal((refusal, true), (accepted.Effective.Verdict, accepted.IsDuplicateCharge));
        Assert.Equal("r1", (await Store.GetOutcomesAsync("j", 1, Stop))[1].RemoteId);
    }

    [Fact]
    public async Task An_acceptance_needs_a_remote_id()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Says(SubmissionVerdict.Accepted));
        Assert.Empty(await Store.GetOutcomesAsync("j", 1, Stop));
    }

    [Fact]
    public async Task An_outcome_needs_no_owner_and_moves_no_version()
    {
        var stored = await Owned("a");
        await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop);
        Lapse();
        var taken = await Taken(stored.Job.Id, await Owner("b"));

        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        Assert.Equal(taken.Stamp, (await Found(stored.Job.Id)).Stamp);
        await Saved(taken.Job, taken.Stamp);
    }

    [Fact]
    public async Task Attempts_do_not_mix()
    {
        await Says(SubmissionVerdict.Rejected);

        var other = await Store.RecordOutcomeAsync(Some.Statement("j", SubmissionVerdict.Accepted, "r1", attempt: 2), Stop);
        Assert.Equal(("r1", false), (other.Effective.RemoteId, other.IsDuplicateCharge));
        Assert.Single(await Store.GetOutcomesAsync("j", 1, Stop));
    }

    [Fact]
    public async Task Fifty_different_acceptances_at_once_are_all_kept_and_agree_on_the_first()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Says(SubmissionVerdict.Accepted, $"r{i}"))));

        Assert.Single(results, result => !result.IsDuplicateCharge);
        Assert.Single(results.Select(result => result.Effective.RemoteId).Distinct());
        Assert.Equal(50, (await Store.GetOutcomesAsync("j", 1, Stop)).Count);
    }

    [Fact]
    public async Task A_remote_id_is_taken_once_another_job_of_the_same_account_has_it()
    {
        var stored = await Owned("a");
        await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id, account: "eu"), Stop);
        Assert.False(await Store.IsRemoteIdTakenAsync("kling", "eu", "r1", "other", Stop));

        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        Assert.True(await Store.IsRemoteIdTakenAsync("kling", "eu", "r1", "other", Stop));
        Assert.False(await Store.IsRemoteIdTakenAsync("kling", "eu", "r1", stored.Job.Id, Stop));
        Assert.False(await Store.IsRemoteIdTakenAsync("kling", "default", "r1", "other", Stop));
        Assert.False(await Store.IsRemoteIdTakenAsync("pika", "eu", "r1", "other", Stop));
        Assert.False(await Store.IsRemoteIdTakenAsync("kling", "eu", "R1", "other", Stop));
    }

    [Fact]
    public async Task A_duplicate_remote_id_is_taken_too()
    {
        var stored = await Owned("a");
        await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop);
        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r2"), Stop);

        Assert.True(await Store.IsRemoteIdTakenAsync("kling", "default", "r2", "other", Stop));
    }

    private Task<RecordedOutcome> Says(SubmissionVerdict verdict, string? remoteId = null) => Store.RecordOutcomeAsync(Some.Statement("j", verdict, remoteId), Stop);
}
