using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>The intent: saved with the job in one commit, once per attempt, before any POST.</summary>
public abstract class IntentRules : FencedSaveRules
{
    [Fact]
    public async Task Job_and_intent_are_saved_together_byte_for_byte()
    {
        var stored = await Owned("a");
        Clock.Advance(TimeSpan.FromSeconds(3));
        var intent = Some.Intent(stored.Job.Id);

        var saved = Assert.IsType<IntentResult.Saved>(await Store.SaveIntentAsync(stored.Job with { Stage = "Submit" }, stored.Stamp, intent, Stop));
        var found = await Found(stored.Job.Id);
        Assert.Equal(("Submit", saved.Stamp), (found.Job.Stage, found.Stamp));
        Assert.Equal(stored.Stamp.Version + 1, saved.Stamp.Version);
        Assert.Equal(Start.AddSeconds(3), saved.Intent.SavedAt);
        foreach (var read in new[] { saved.Intent, await Store.FindIntentAsync(stored.Job.Id, 1, Stop), await Store.FindIntentAsync(intent.ClientReference, Stop) })
        {
            Assert.NotNull(read);
            Assert.Equal(intent.Content.ToArray(), read.Content.ToArray());
            Assert.Equal(intent with { SavedAt = Start.AddSeconds(3), Content = default }, read with { Content = default });
        }
    }

    [Fact]
    public async Task The_kept_bytes_do_not_follow_the_callers_buffer()
    {
        var stored = await Owned("a");
        var buffer = "first"u8.ToArray();
        await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id) with { Content = buffer }, Stop);
        "other"u8.CopyTo(buffer);

        Assert.Equal("first"u8.ToArray(), (await Store.FindIntentAsync(stored.Job.Id, 1, Stop))?.Content.ToArray());
    }

    [Fact]
    public async Task An_intent_without_key_is_kept_without_key()
    {
        var stored = await Owned("a");
        await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id) with { IdempotencyKey = null, IsReplayable = false, Content = default }, Stop);

        var found = await Store.FindIntentAsync(stored.Job.Id, 1, Stop);
        Assert.Equal((null, false, 0), (found?.IdempotencyKey, found?.IsReplayable, found?.Content.Length));
    }

    [Fact]
    public async Task No_intent_is_found_before_one_was_saved()
    {
        var stored = await Owned("a");

        Assert.Null(await Store.FindIntentAsync(stored.Job.Id, 1, Stop));
        Assert.Null(await Store.FindIntentAsync("nobody", Stop));
    }

    [Fact]
    public async Task A_second_intent_of_the_same_attempt_is_refused_and_nothing_changes()
    {
        var stored = await Owned("a");
        var saved = Assert.IsType<IntentResult.Saved>(await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.SaveIntentAsync(stored.Job with { Stage = "again" }, saved.Stamp, Some.Intent(stored.Job.Id, reference: "other"), Stop));
        Assert.Null(await Store.FindIntentAsync("other", Stop));
        var found = await Found(stored.Job.Id);
        Assert.Equal((stored.Job.Stage, saved.Stamp), (found.Job.Stage, found.Stamp));
    }

    [Fact]
    public async Task A_client_reference_belongs_to_one_attempt_of_all_jobs()
    {
        var first = await Owned("a");
        await Store.SaveIntentAsync(first.Job, first.Stamp, Some.Intent(first.Job.Id, reference: "ref"), Stop);
        var second = await Created(Some.Job(), "a");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.SaveIntentAsync(second.Job with { Stage = "again" }, second.Stamp, Some.Intent(second.Job.Id, reference: "ref"), Stop));
        Assert.Null(await Store.FindIntentAsync(second.Job.Id, 1, Stop));
        Assert.Equal(second.Stamp, (await Found(second.Job.Id)).Stamp);
        Assert.Equal(first.Job.Id, (await Store.FindIntentAsync("ref", Stop))?.JobId);
    }

    [Fact]
    public async Task An_intent_of_a_dead_owner_is_lost_and_not_kept()
    {
        var stored = await Owned("a");
        Lapse();
        await Taken(stored.Job.Id, await Owner("b"));

        Assert.IsType<IntentResult.Lost>(await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
        Assert.Null(await Store.FindIntentAsync(stored.Job.Id, 1, Stop));
    }

    [Fact]
    public async Task An_intent_under_an_old_version_is_lost_and_not_kept()
    {
        var stored = await Owned("a");
        await Saved(stored.Job, stored.Stamp);

        Assert.IsType<IntentResult.Lost>(await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
        Assert.Null(await Store.FindIntentAsync(stored.Job.Id, 1, Stop));
    }

    [Fact]
    public async Task A_retry_is_a_new_attempt_with_an_intent_of_its_own()
    {
        var stored = await Owned("a");
        var first = Assert.IsType<IntentResult.Saved>(await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id, 1), Stop));

        Assert.IsType<IntentResult.Saved>(await Store.SaveIntentAsync(stored.Job, first.Stamp, Some.Intent(stored.Job.Id, 2), Stop));
        Assert.Equal(2, (await Store.FindIntentAsync($"{stored.Job.Id}-2", Stop))?.Attempt);
    }

    [Fact]
    public async Task Fifty_intents_of_one_attempt_leave_one()
    {
        var stored = await Owned("a");

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id, reference: $"r{i}"), Stop))));
        var saved = Assert.Single(results.OfType<IntentResult.Saved>());
        Assert.Equal(saved.Intent.ClientReference, (await Store.FindIntentAsync(stored.Job.Id, 1, Stop))?.ClientReference);
    }
}
