using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>What durable stores MUST do besides: keep everything over a restart, and live with payloads of other releases.</summary>
public abstract class DurableJobStoreContract : JobStoreContract
{
    /// <summary>A second store on what <see cref="JobStoreHarness.Store"/> has written, as a process sees it that starts later.</summary>
    protected abstract IJobStore Reopen();

    /// <summary>Writes a payload past the store, as another release would.</summary>
    protected abstract Task WritePayload(string jobId, int payloadVersion, ReadOnlyMemory<byte> payload);

    [Fact]
    public void The_store_says_that_it_is_durable() => Assert.True(Store.IsDurable);

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        await Owner("a");
        var stored = await Created(FullJob.Create(), "a");
        var saved = Assert.IsType<IntentResult.Saved>(await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        await Store.SignalAsync(stored.Job.Id, JobSignalKind.Cancel, Stop);

        var later = Reopen();
        var found = await later.FindByKeyAsync(stored.Job.Request.Tenant, stored.Job.Request.IdempotencyKey!, Stop);
        Same.MustBe(stored.Job, found?.Job);
        Assert.Equal(saved.Stamp, found?.Stamp);
        Assert.Equal(saved.Intent.Content.ToArray(), (await later.FindIntentAsync(stored.Job.Id, 1, Stop))?.Content.ToArray());
        Assert.Equal("r1", Assert.Single(await later.GetOutcomesAsync(stored.Job.Id, 1, Stop)).RemoteId);
        Assert.Equal(Start, (await later.GetSignalsAsync(stored.Job.Id, Stop)).CancelAskedAt);
        Assert.True(await later.RenewOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task Two_stores_on_one_place_share_fence_and_keys()
    {
        var stored = await Owned("a", VideoState.Running);
        var other = Reopen();
        Lapse();
        await other.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "b", Kind = "worker", Machine = "test", Lease = Lease }, Stop);
        Assert.IsType<TakeResult.Taken>(await other.TakeAsync(stored.Job.Id, "b", cancellationToken: Stop));

        Assert.False(await Store.RenewOwnerAsync("a", Stop));
        await IsLost(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task A_job_of_a_newer_release_is_left_alone()
    {
        var stored = await Owned("a", VideoState.Running);
        await Created(Some.Job());
        await WritePayload(stored.Job.Id, JobPayload.Version + 1, "a form of the future"u8.ToArray());
        Lapse();

        var newer = Assert.IsType<TakeResult.NewerRelease>(await Store.TakeAsync(stored.Job.Id, await Owner("b"), cancellationToken: Stop));
        Assert.Equal(JobPayload.Version + 1, newer.PayloadVersion);
        Assert.True(await Store.RenewOwnerAsync("a", Stop));
        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.FindAsync(stored.Job.Id, Stop));
        Assert.Contains(stored.Job.Id, refusal.Message, StringComparison.Ordinal);
        Assert.Single(await Store.ListAsync(new JobQuery(), Stop));
        Assert.Equal(1, (await Store.CountAsync(Stop))[VideoState.Running]);
    }

    [Fact]
    public async Task Members_that_this_release_does_not_know_are_ignored()
    {
        var stored = await Created(Some.Job());
        var payload = JsonNode.Parse(JobPayload.Write(stored.Job))!.AsObject();
        payload["fromTheFuture"] = new JsonObject { ["a"] = 1 };
        payload["request"]!["alsoNew"] = true;
        await WritePayload(stored.Job.Id, JobPayload.Version, Encoding.UTF8.GetBytes(payload.ToJsonString()));

        Same.MustBe(stored.Job, (await Found(stored.Job.Id)).Job);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_names_its_job_and_is_not_taken()
    {
        var stored = await Created(Some.Job());
        await WritePayload(stored.Job.Id, JobPayload.Version, "{\"no\":"u8.ToArray());

        var refusal = await Assert.ThrowsAsync<StoreException>(async () => await Store.TakeAsync(stored.Job.Id, await Owner("a"), cancellationToken: Stop));
        Assert.Contains(stored.Job.Id, refusal.Message, StringComparison.Ordinal);
        await WritePayload(stored.Job.Id, JobPayload.Version, JobPayload.Write(stored.Job));
        Assert.Null((await Found(stored.Job.Id)).Stamp.OwnerId);
    }

    [Fact]
    public async Task A_claim_parks_what_cannot_be_read_leaves_newer_releases_alone_and_takes_the_rest()
    {
        await Owner("a");
        var (damaged, newer, sound) = (await Created(Some.Job()), await Created(Some.Job()), await Created(Some.Job()));
        await WritePayload(damaged.Job.Id, JobPayload.Version, "{\"no\":"u8.ToArray());
        await WritePayload(newer.Job.Id, JobPayload.Version + 1, "a form of the future"u8.ToArray());

        var claimed = (await Claim("a", 1)).Concat(await Claim("a"));
        Assert.Equal([sound.Job.Id], claimed.Select(job => job.Job.Id));
        var counts = await Store.CountAsync(Stop);
        Assert.Equal((1, 2), (counts[VideoState.Parked], counts[VideoState.Queued]));
    }

    [Fact]
    public async Task A_listing_shows_what_cannot_be_read_by_what_is_known_of_it_and_hides_no_other()
    {
        await Owner("a");
        var (damaged, sound) = (await Created(Some.Job(tenant: "acme")), await Created(Some.Job(tenant: "acme")));
        await WritePayload(damaged.Job.Id, JobPayload.Version, "{\"no\":"u8.ToArray());
        Assert.Equal([VideoState.Queued, VideoState.Queued], (await Store.ListAsync(new JobQuery { Tenant = "acme" }, Stop)).Select(stored => stored.Job.State));

        await Claim("a");
        var parked = Assert.Single(await Store.ListAsync(new JobQuery { State = VideoState.Parked }, Stop)).Job;
        Assert.Equal((damaged.Job.Id, "acme", "Plan", damaged.Job.CreatedAt), (parked.Id, parked.Request.Tenant, parked.Stage, parked.CreatedAt));
        Assert.Contains("cannot be read", parked.Reason, StringComparison.Ordinal);
        Assert.Equal(2, (await Store.ListAsync(new JobQuery(), Stop)).Count);
        await Assert.ThrowsAsync<StoreException>(() => Store.FindAsync(damaged.Job.Id, Stop));
        Assert.NotNull(await Store.FindAsync(sound.Job.Id, Stop));
    }

    [Fact]
    public async Task What_was_parked_unread_stays_parked_with_its_reason_when_it_can_be_read_again()
    {
        await Owner("a");
        var job = (await Created(Some.Job())).Job;
        await WritePayload(job.Id, JobPayload.Version, "{\"no\":"u8.ToArray());
        await Claim("a");
        await WritePayload(job.Id, JobPayload.Version, JobPayload.Write(job));

        var parked = (await Found(job.Id)).Job;
        Assert.Equal(VideoState.Parked, parked.State);
        Assert.Contains("cannot be read", parked.Reason, StringComparison.Ordinal);
        Assert.Empty(await Claim("a"));
        var taken = await Taken(job.Id, "a");
        await Saved(taken.Job with { State = VideoState.Queued, Reason = null }, taken.Stamp, keepOwner: false);
        Assert.Equal(job.Id, Assert.Single(await Claim("a")).Job.Id);
    }

    [Fact]
    public async Task What_cannot_be_read_while_money_is_out_needs_attention_and_is_found_again_later()
    {
        await Owner("a");
        var job = (await Created(Some.Job(state: VideoState.Waiting) with { Attempts = [Some.Attempt() with { IntentAt = Start }] })).Job;
        await WritePayload(job.Id, JobPayload.Version, "{\"no\":"u8.ToArray());
        Assert.Empty(await Claim("a"));
        Assert.Equal(1, (await Store.CountAsync(Stop))[VideoState.NeedsAttention]);
        await Until(Start.AddHours(1), "a");
        Assert.Empty(await Claim("a"));

        await WritePayload(job.Id, JobPayload.Version, JobPayload.Write(job));
        await Until(Start.AddHours(2), "a");
        Assert.Equal(VideoState.Waiting, Assert.Single(await Claim("a")).Job.State);
    }

    [Fact]
    public async Task A_wait_hears_of_a_job_that_another_process_made()
    {
        var other = Reopen();
        var mark = await other.WaitForChangeAsync(0, Stop);
        var hearing = other.WaitForChangeAsync(mark, Stop);
        await Created(Some.Job());
        while (!hearing.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }

        Assert.NotEqual(mark, await hearing);
    }
}
