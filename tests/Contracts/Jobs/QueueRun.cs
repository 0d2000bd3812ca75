using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Plays generated calls against a store and the queue's model side by side, and compares every answer and what can be seen after it.</summary>
internal sealed class QueueRun
{
    private readonly FakeTimeProvider clock = new(JobStoreHarness.Start);
    private readonly QueueModel model = new() { Now = JobStoreHarness.Start };
    private readonly Dictionary<string, StoredJob> hands = [];
    private readonly List<VideoJob> made = [];
    private readonly IJobStore store;

    public QueueRun(Func<TimeProvider, IJobStore> createStore) => store = createStore(clock);

    public async Task Play(QueueStep[] steps, CancellationToken stop)
    {
        foreach (var owner in new[] { "a", "b" })
        {
            await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = owner, Kind = "worker", Machine = "test", Lease = JobStoreHarness.Lease }, stop);
        }

        foreach (var step in steps)
        {
            var (expected, actual) = await Play(step, stop);
            Assert.Equal(expected, actual);
            await Compare(stop);
        }
    }

    private async Task<(string Expected, string Actual)> Play(QueueStep step, CancellationToken stop)
    {
        var id = made.Count == 0 ? "nobody" : made[step.Job % made.Count].Id;
        switch (step.Call)
        {
            case QueueCall.Create:
                var one = New(step, step.Key);
                return (model.Create(one.Job, one.Fingerprint, one.KeyLifetime), Describe(await store.CreateAsync(one, stop)));
            case QueueCall.CreateMany:
                return await Many(step, stop);
            case QueueCall.Claim:
                return (model.Claim(step.Owner, step), await Claim(step, stop));
            case QueueCall.Save:
                return await Save(step, stop);
            case QueueCall.Signal:
                return (model.Signal(id), (await store.SignalAsync(id, (JobSignalKind)(step.Choice % 2), stop)).ToString());
            case QueueCall.Pause:
                await store.PauseAsync(step.Paused, stop);
                return (model.Pause(step.Paused), await Pauses(stop));
            case QueueCall.Resume:
                await store.ResumeAsync(step.Paused, stop);
                return (model.Resume(step.Paused), await Pauses(stop));
            case QueueCall.Note:
                return (model.Note($"e{step.Choice % 4}", id), (await store.AddCallbackAsync(new CallbackNote { Provider = "kling", Account = "default", EventId = $"e{step.Choice % 4}", JobId = id }, stop)).ToString());
            case QueueCall.FindKey:
                return (model.FindKey(step.Tenant, $"k{step.Other % 2}"), (await store.FindByKeyAsync(step.Tenant, $"k{step.Other % 2}", stop))?.Job.Id ?? "none");
            case QueueCall.Forget:
                return (model.Forget(id, step.Owner), string.Concat(await store.ForgetAsync([id], step.Owner, stop)));
            default:
                clock.Advance(step.Time);
                model.Now = clock.GetUtcNow();
                return ("True True", $"{await store.RenewOwnerAsync("a", stop)} {await store.RenewOwnerAsync("b", stop)}");
        }
    }

    private NewJob New(QueueStep step, string? key)
    {
        var job = Some.Job(key: key, tenant: step.Tenant, state: step.Choice % 5 == 0 ? VideoState.Scheduled : VideoState.Queued);
        job = job with
        {
            CreatedAt = clock.GetUtcNow(),
            Priority = (VideoPriority)((step.Other % 4) + (int)VideoPriority.Low),
            DueAt = step.Choice % 5 == 0 ? clock.GetUtcNow() + step.Time : null,
            Request = job.Request with { PreferredProviders = step.Provider is { } only ? [only] : [], OnlyPreferredProviders = step.Provider is not null },
        };
        made.Add(job);
        return Some.New(job, fingerprint: step.Fingerprint) with { KeyLifetime = step.KeyLifetime };
    }

    private async Task<(string Expected, string Actual)> Many(QueueStep step, CancellationToken stop)
    {
        NewJob[] many = [New(step, "k0"), New(step, null), New(step, step.Choice % 2 == 0 ? "k0" : "k1")];
        var expected = new List<string>();
        foreach (var one in many.TakeWhile(_ => !(expected is [.., var last] && last.StartsWith("conflict", StringComparison.Ordinal))))
        {
            expected.Add(model.Create(one.Job, one.Fingerprint, one.KeyLifetime));
        }

        return (string.Join("; ", expected), string.Join("; ", (await store.CreateManyAsync(many, stop)).Select(Describe)));
    }

    private async Task<string> Claim(QueueStep step, CancellationToken stop)
    {
        var claimed = await store.ClaimAsync(new JobClaim { OwnerId = step.Owner, Max = step.Max, Providers = step.Providers, MaxPerTenant = step.MaxPerTenant }, stop);
        foreach (var one in claimed)
        {
            hands[one.Job.Id] = one;
        }

        return string.Join(", ", claimed.Select(one => $"{one.Job.Id} {one.Stamp}"));
    }

    /// <summary>Whoever has a job saves it, now and then by the stamp from before.</summary>
    private async Task<(string Expected, string Actual)> Save(QueueStep step, CancellationToken stop)
    {
        if (hands.Count == 0)
        {
            return ("", "");
        }

        var held = hands.Values.OrderBy(one => one.Job.Id, StringComparer.Ordinal).ElementAt(step.Job % hands.Count);
        var (job, keepOwner) = Next(held.Job, step);
        var stamp = step.Other == 7 ? held.Stamp with { Version = held.Stamp.Version - 1 } : held.Stamp;
        var expected = model.Save(job, stamp, keepOwner);
        var result = await store.SaveAsync(job, stamp, keepOwner, stop);
        if (result is SaveResult.Saved { Stamp.OwnerId: not null } saved)
        {
            hands[job.Id] = new StoredJob(job, saved.Stamp);
        }
        else if (result is SaveResult.Saved)
        {
            hands.Remove(job.Id);
        }

        return (expected, result is SaveResult.Saved now ? $"saved {now.Stamp}" : "lost");
    }

    private (VideoJob Job, bool KeepOwner) Next(VideoJob job, QueueStep step)
    {
        var later = clock.GetUtcNow() + step.Time;
        var begun = Some.Attempt() with { IntentAt = JobStoreHarness.Start };
        return (step.Choice % 12) switch
        {
            0 => (job with { State = VideoState.Waiting, DueAt = null, Attempts = [begun] }, true),
            1 => (job with { State = VideoState.Waiting, DueAt = null, Attempts = [begun] }, false),
            2 => (job with { State = VideoState.Running, DueAt = null, Attempts = [begun with { ClosedAt = JobStoreHarness.Start, Outcome = AttemptOutcome.Succeeded }] }, false),
            3 => (job with { State = VideoState.Scheduled, DueAt = later }, false),
            4 => (job with { State = VideoState.Queued, DueAt = null, Attempts = [] }, false),
            5 => (job with { State = VideoState.NeedsAttention, DueAt = later }, false),
            6 => (job with { State = VideoState.NeedsAttention, DueAt = null }, false),
            7 => (job with { State = VideoState.Parked, DueAt = null }, false),
            8 => (job with { State = VideoState.Succeeded, DueAt = null }, true),
            9 => (job with { State = VideoState.Failed, DueAt = null, UnverifiedUsd = 0.5m }, true),
            10 => (job with { State = VideoState.Failed, DueAt = null }, false),
            _ => (job with { State = VideoState.Cancelled, DueAt = null }, true),
        };
    }

    private async Task Compare(CancellationToken stop)
    {
        foreach (var job in made)
        {
            var found = await store.FindAsync(job.Id, stop);
            Assert.Equal(model.Describe(job.Id), found is null ? "no job" : StoreRun.Describe(found.Job.State, found.Stamp));
        }

        Assert.Equal(model.Listed, string.Join(",", (await store.ListAsync(new JobQuery { Limit = 1000 }, stop)).Select(stored => stored.Job.Id)));
        Assert.Equal(model.Counts, string.Join(",", (await store.CountAsync(stop)).Where(count => count.Value > 0).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}")));
        Assert.True(model.NextDue is not { } due || await store.NextDueAsync("a", stop) <= due, "a job becomes due before the store says so");
    }

    private async Task<string> Pauses(CancellationToken stop) => string.Join(",", (await store.GetPausesAsync(stop)).Select(pause => pause.Provider ?? ""));

    private static string Describe(CreateJobResult result) => result switch
    {
        CreateJobResult.Created created => $"created {created.Stored.Job.Id}",
        CreateJobResult.Exists exists => $"exists {exists.Stored.Job.Id}",
        CreateJobResult.Conflict conflict => $"conflict {conflict.JobId} {conflict.ExistingFingerprint} {conflict.GivenFingerprint}",
        _ => "?",
    };
}
