using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Plays generated calls against a store and the model side by side, and compares every answer and the job after it.</summary>
internal sealed class StoreRun
{
    private static readonly VideoState[] States = [VideoState.Running, VideoState.Waiting, VideoState.Running, VideoState.Succeeded, VideoState.Queued, VideoState.Running];

    private readonly FakeTimeProvider clock = new(JobStoreHarness.Start);
    private readonly StoreModel model = new() { Now = JobStoreHarness.Start };
    private readonly IJobStore store;
    private readonly int[] starts = new int[4];
    private readonly Dictionary<string, List<JobStamp>> stamps = [];

    public StoreRun(Func<TimeProvider, IJobStore> createStore) => store = createStore(clock);

    public static string Describe(VideoState state, JobStamp stamp) => $"{state} {stamp}";

    public async Task Play(StoreStep step, CancellationToken stop)
    {
        var (job, owner) = ($"j{step.Job}", OwnerName(step));
        switch (step.Call)
        {
            case StoreCall.Create:
                await Create(job, step.Choice % 2 == 0 && model.Alive(owner) ? owner : null, stop);
                break;
            case StoreCall.Wait:
                clock.Advance(JobStoreHarness.Lease * (step.Choice + 1) / 8);
                model.Now = clock.GetUtcNow();
                break;
            default:
                Assert.Equal(Modelled(step, job, owner), await Real(step, job, owner, stop));
                break;
        }

        var found = await store.FindAsync(job, stop);
        Assert.Equal(model.Describe(job), found is null ? "no job" : Describe(found.Job.State, found.Stamp));
    }

    private async Task Create(string job, string? owner, CancellationToken stop)
    {
        if (model.Knows(job))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.CreateAsync(Some.New(Some.Job(job), owner), stop));
            return;
        }

        var created = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(Some.Job(job), owner), stop));
        model.Create(job, created.Stored.Stamp);
        stamps[job] = [created.Stored.Stamp];
    }

    private string Modelled(StoreStep step, string job, string owner) => step.Call switch
    {
        StoreCall.Register => model.Register(owner),
        StoreCall.Renew => model.Renew(owner),
        StoreCall.Retire => model.Retire(owner),
        StoreCall.Take => model.Take(job, owner),
        StoreCall.Claim => model.Claim(owner, Max(step)),
        StoreCall.Save => model.Save(job, StampFor(step, job), States[step.Choice % 6], KeepsOwner(step)),
        StoreCall.Intent => model.Intend(job, StampFor(step, job), Attempt(step), Reference(step)),
        StoreCall.Outcome => model.Record(job, Attempt(step), Verdict(step), RemoteId(step)),
        _ => model.Knows(job).ToString(),
    };

    private async Task<string> Real(StoreStep step, string job, string owner, CancellationToken stop)
    {
        try
        {
            return step.Call switch
            {
                StoreCall.Register => await Register(owner, stop),
                StoreCall.Renew => (await store.RenewOwnerAsync(owner, stop)).ToString(),
                StoreCall.Retire => await Retire(owner, stop),
                StoreCall.Take => Describe(job, await store.TakeAsync(job, owner, cancellationToken: stop)),
                StoreCall.Claim => Describe(await store.ClaimAsync(new JobClaim { OwnerId = owner, Max = Max(step) }, stop)),
                StoreCall.Save => Describe(job, States[step.Choice % 6], await store.SaveAsync(Some.Job(job, States[step.Choice % 6]), StampFor(step, job), KeepsOwner(step), stop)),
                StoreCall.Intent => await Intend(step, job, stop),
                StoreCall.Outcome => await Record(step, job, stop),
                _ => (await store.SignalAsync(job, (JobSignalKind)(step.Choice % 2), stop)).ToString(),
            };
        }
        catch (InvalidOperationException)
        {
            return "refused";
        }
    }

    private async Task<string> Register(string owner, CancellationToken stop)
    {
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = owner, Kind = "worker", Machine = "test", Lease = JobStoreHarness.Lease }, stop);
        return "registered";
    }

    private async Task<string> Retire(string owner, CancellationToken stop)
    {
        await store.RetireOwnerAsync(owner, stop);
        return "retired";
    }

    private async Task<string> Intend(StoreStep step, string job, CancellationToken stop)
    {
        var state = (await store.FindAsync(job, stop))?.Job.State ?? VideoState.Queued;
        var result = await store.SaveIntentAsync(Some.Job(job, state), StampFor(step, job), Some.Intent(job, Attempt(step), Reference(step)), stop);
        return result is IntentResult.Saved saved ? Describe(job, state, new SaveResult.Saved(saved.Stamp)) : "lost";
    }

    private async Task<string> Record(StoreStep step, string job, CancellationToken stop)
    {
        var recorded = await store.RecordOutcomeAsync(Some.Statement(job, Verdict(step), RemoteId(step), Attempt(step)), stop);
        var count = (await store.GetOutcomesAsync(job, Attempt(step), stop)).Count;
        return $"{recorded.Effective.Verdict} {recorded.Effective.RemoteId} duplicate {recorded.IsDuplicateCharge} of {count}";
    }

    private string Describe(string job, TakeResult result)
    {
        switch (result)
        {
            case TakeResult.Taken taken:
                stamps[job].Add(taken.Stored.Stamp);
                return $"taken {Describe(taken.Stored.Job.State, taken.Stored.Stamp)}";
            case TakeResult.Owned owned:
                return $"owned by {owned.OwnerId}";
            default:
                return result is TakeResult.Ended ? "ended" : "not found";
        }
    }

    private string Describe(IReadOnlyList<StoredJob> claimed)
    {
        foreach (var one in claimed)
        {
            stamps[one.Job.Id].Add(one.Stamp);
        }

        return string.Join(", ", claimed.Select(one => $"{one.Job.Id} taken {Describe(one.Job.State, one.Stamp)}"));
    }

    private string Describe(string job, VideoState state, SaveResult result)
    {
        if (result is not SaveResult.Saved saved)
        {
            return "lost";
        }

        stamps[job].Add(saved.Stamp);
        return $"saved {Describe(state, saved.Stamp)}";
    }

    /// <summary>A process that died comes back under a fresh name, most times.</summary>
    private string OwnerName(StoreStep step)
    {
        if (step.Call == StoreCall.Register && step.Choice % 3 != 0 && model.Ended($"o{step.Owner}.{starts[step.Owner]}"))
        {
            starts[step.Owner]++;
        }

        return $"o{step.Owner}.{starts[step.Owner]}";
    }

    /// <summary>Mostly the newest stamp, sometimes one of the two before it, sometimes under another name.</summary>
    private JobStamp StampFor(StoreStep step, string job)
    {
        var known = stamps.GetValueOrDefault(job) ?? [new JobStamp(1, "o0.0", 1, 0)];
        var stamp = known[^(1 + (step.Choice < 8 ? 0 : Math.Min(step.Choice - 8, known.Count - 1) % 3))];
        return step.Choice == 11 ? stamp with { OwnerId = $"o{step.Owner}.{starts[step.Owner]}" } : stamp;
    }

    private static int Max(StoreStep step) => 1 + (step.Choice % 3);

    private static bool KeepsOwner(StoreStep step) => step.Choice != 4;

    private static int Attempt(StoreStep step) => 1 + (step.Owner % 2);

    private static string Reference(StoreStep step) => $"ref{step.Choice % 4}";

    private static SubmissionVerdict Verdict(StoreStep step) => (SubmissionVerdict)(step.Choice % 4);

    private static string? RemoteId(StoreStep step) => Verdict(step) == SubmissionVerdict.Accepted ? $"r{step.Choice / 4}" : null;
}
