using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>What vendors report by themselves: an event counts once, and a remote id leads to its attempt.</summary>
public abstract class CallbackRules : OutcomeRules
{
    [Fact]
    public async Task An_event_is_noted_once()
    {
        Assert.False(await Known("e1"));

        Assert.True(await Store.AddCallbackAsync(Note("e1"), Stop));
        Assert.True(await Known("e1"));
        Assert.False(await Store.AddCallbackAsync(Note("e1"), Stop));
        Assert.False(await Store.AddCallbackAsync(Note("e1") with { JobId = "another" }, Stop));
    }

    [Fact]
    public async Task Events_of_other_providers_and_accounts_do_not_mix()
    {
        await Store.AddCallbackAsync(Note("e1"), Stop);

        Assert.False(await Store.IsCallbackKnownAsync("fal", "default", "e1", Stop));
        Assert.False(await Store.IsCallbackKnownAsync("kling", "eu", "e1", Stop));
        Assert.False(await Known("E1"));
        Assert.True(await Store.AddCallbackAsync(Note("e1") with { Account = "eu" }, Stop));
        Assert.True(await Store.AddCallbackAsync(Note("e1") with { Provider = "fal" }, Stop));
    }

    [Fact]
    public async Task Of_fifty_deliveries_of_one_event_at_once_one_is_the_first()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Store.AddCallbackAsync(Note("e1"), Stop))));

        Assert.Single(results, isFirst => isFirst);
    }

    [Fact]
    public async Task A_note_needs_no_owner_and_moves_no_version()
    {
        var stored = await Owned("a");

        await Store.AddCallbackAsync(Note("e1") with { JobId = stored.Job.Id }, Stop);
        Assert.Equal(stored.Stamp, (await Found(stored.Job.Id)).Stamp);
        await Saved(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task A_remote_id_leads_to_its_intent_in_its_own_account_only()
    {
        var stored = await Owned("a");
        await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id, account: "eu"), Stop);
        Assert.Null(await Store.FindIntentByRemoteIdAsync("kling", "eu", "r1", Stop));

        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        var found = await Store.FindIntentByRemoteIdAsync("kling", "eu", "r1", Stop);
        Assert.Equal((stored.Job.Id, 1, $"{stored.Job.Id}-1"), (found?.JobId, found?.Attempt, found?.ClientReference));
        Assert.Null(await Store.FindIntentByRemoteIdAsync("kling", "default", "r1", Stop));
        Assert.Null(await Store.FindIntentByRemoteIdAsync("fal", "eu", "r1", Stop));
        Assert.Null(await Store.FindIntentByRemoteIdAsync("kling", "eu", "R1", Stop));
    }

    [Fact]
    public async Task A_second_remote_id_of_an_attempt_leads_to_it_too()
    {
        var stored = await Owned("a");
        await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop);
        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r2"), Stop);

        Assert.Equal(stored.Job.Id, (await Store.FindIntentByRemoteIdAsync("kling", "default", "r2", Stop))?.JobId);
    }

    [Fact]
    public async Task Of_two_attempts_with_one_remote_id_the_first_to_have_it_is_meant()
    {
        var (first, second) = (await Owned("a"), await Owned("b"));
        foreach (var stored in new[] { second, first })
        {
            await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop);
        }

        await Store.RecordOutcomeAsync(Some.Statement(first.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        await Store.RecordOutcomeAsync(Some.Statement(second.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        Assert.Equal(first.Job.Id, (await Store.FindIntentByRemoteIdAsync("kling", "default", "r1", Stop))?.JobId);
    }

    [Fact]
    public async Task A_remote_id_without_an_intent_leads_nowhere()
    {
        await Store.RecordOutcomeAsync(Some.Statement("nobody", SubmissionVerdict.Accepted, "r1"), Stop);

        Assert.Null(await Store.FindIntentByRemoteIdAsync("kling", "default", "r1", Stop));
    }

    private static CallbackNote Note(string eventId) => new() { Provider = "kling", Account = "default", EventId = eventId, JobId = "j" };

    private Task<bool> Known(string eventId) => Store.IsCallbackKnownAsync("kling", "default", eventId, Stop);
}
