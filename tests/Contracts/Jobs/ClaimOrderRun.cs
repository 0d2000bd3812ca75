using CsCheck;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Plays generated changes against a store and asks now and then what a claim takes: it must be what <see cref="ClaimOrder"/> chooses from a plain list of all jobs. For stores whose order is exact at every moment.</summary>
public sealed class ClaimOrderRun(Func<TimeProvider, IJobStore> createStore)
{
    private static readonly string?[] Tenants = [null, "t1", "t2:1", "t3"];
    private static readonly JobClaim[] Claims =
    [
        Of(3), Of(1), Of(64), Of(4) with { Providers = ["kling"] }, Of(4) with { Stages = ["Wait"] }, Of(5) with { MaxPerTenant = 2, TenantPlaces = new Dictionary<string, int> { ["t1"] = 1 } },
    ];

    private readonly FakeTimeProvider clock = new(JobStoreHarness.Start);
    private readonly List<Known> jobs = [];
    private readonly HashSet<string> paused = [];
    private readonly List<string> living = ["a", "b", "c"];
    private IJobStore store = null!;

    public static Task CheckAsync(Func<TimeProvider, IJobStore> createStore, int sequences, CancellationToken stop) => Gen.Select(Gen.Int[0, 11], Gen.Int[0, 9_999]).Array[5, 60]
        .SampleAsync(steps => new ClaimOrderRun(createStore).PlayAsync(steps, stop), iter: sequences, threads: 1);

    private async Task PlayAsync((int Step, int Choice)[] steps, CancellationToken stop)
    {
        store = createStore(clock);
        foreach (var owner in living)
        {
            await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = owner, Kind = "worker", Machine = "test", Lease = TimeSpan.FromDays(9) }, stop);
        }

        foreach (var (step, choice) in steps)
        {
            await PlayAsync(step, choice, stop);
        }

        await ClaimAsync(Of(1_000), stop);
    }

    private static JobClaim Of(int max) => new() { OwnerId = "a", Max = max };

    private static VideoJob Job(string id, int choice) => Some.Job(id, state: choice % 7 == 0 ? VideoState.Scheduled : VideoState.Queued, tenant: Tenants[choice % 4]) with
    {
        Priority = (VideoPriority)((choice / 4 % 4) - 1),
        CreatedAt = JobStoreHarness.Start.AddMinutes(choice / 16 % 3),
        Stage = choice / 48 % 2 == 0 ? "Plan" : "Wait",
        DueAt = choice % 7 == 0 ? JobStoreHarness.Start.AddMinutes(choice / 96 % 60) : null,
        Attempts = (choice / 96 % 5) switch
        {
            0 => [Some.Attempt() with { Provider = choice % 2 == 0 ? "fal" : "kling" }],
            1 => [Some.Attempt() with { IntentAt = JobStoreHarness.Start }],
            2 => [Some.Attempt() with { IntentAt = JobStoreHarness.Start, Outcome = AttemptOutcome.Succeeded, ClosedAt = JobStoreHarness.Start }],
            _ => [],
        },
    };

    private Task PlayAsync(int step, int choice, CancellationToken stop) => step switch
    {
        < 5 => AddAsync(choice, stop),
        5 => HandBackAsync(choice, stop),
        6 => SignalAsync(choice, stop),
        7 => PauseAsync(choice, stop),
        8 => RetireAsync(choice, stop),
        9 => PassAsync(choice),
        _ => ClaimAsync(Claims[choice % Claims.Length], stop),
    };

    private async Task AddAsync(int choice, CancellationToken stop)
    {
        var job = Job($"j{choice:d5}{jobs.Count:d3}", choice);
        var owner = choice % 5 == 0 ? living[^1] : null;
        var created = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(job, owner), stop));
        jobs.Add(new Known { Job = job, Stamp = created.Stored.Stamp });
    }

    private async Task HandBackAsync(int choice, CancellationToken stop)
    {
        if (jobs.Where(known => known.Stamp.OwnerId is not null).ToList() is { Count: > 0 } held)
        {
            var known = held[choice % held.Count];
            known.Job = Job(known.Job.Id, choice) with { Request = known.Job.Request };
            known.IsSignalled = false;
            known.Stamp = Assert.IsType<SaveResult.Saved>(await store.SaveAsync(known.Job, known.Stamp, keepOwner: false, stop)).Stamp;
        }
    }

    private async Task SignalAsync(int choice, CancellationToken stop)
    {
        if (jobs.Count > 0)
        {
            jobs[choice % jobs.Count].IsSignalled = await store.SignalAsync(jobs[choice % jobs.Count].Job.Id, JobSignalKind.Wake, stop);
        }
    }

    private async Task PauseAsync(int choice, CancellationToken stop)
    {
        var name = (choice % 3) switch { 0 => "", 1 => "kling", _ => "fal" };
        if (paused.Add(name))
        {
            await store.PauseAsync(name.Length == 0 ? null : name, stop);
        }
        else
        {
            paused.Remove(name);
            await store.ResumeAsync(name.Length == 0 ? null : name, stop);
        }
    }

    private async Task RetireAsync(int choice, CancellationToken stop)
    {
        if (choice % 2 == 0 && living is [_, .., var leaver])
        {
            living.Remove(leaver);
            await store.RetireOwnerAsync(leaver, stop);
            jobs.Where(known => known.Stamp.OwnerId == leaver).ToList().ForEach(known => known.Stamp = known.Stamp with { OwnerId = null });
        }
    }

    private Task PassAsync(int choice)
    {
        clock.Advance(TimeSpan.FromMinutes(choice % 15));
        return Task.CompletedTask;
    }

    private async Task ClaimAsync(JobClaim claim, CancellationToken stop)
    {
        var expected = Choose(claim);
        var claimed = await store.ClaimAsync(claim, stop);
        Assert.Equal(expected, claimed.Select(stored => stored.Job.Id));
        foreach (var stored in claimed)
        {
            jobs.Single(known => known.Job.Id == stored.Job.Id).Stamp = stored.Stamp;
        }
    }

    private List<string> Choose(JobClaim claim)
    {
        var pauses = paused.Select(name => new QueuePause(name.Length == 0 ? null : name, JobStoreHarness.Start)).ToList();
        var inHand = jobs.Where(known => known.Stamp.OwnerId is not null).CountBy(known => known.Job.Request.Tenant ?? "").ToDictionary(held => held.Key, held => (long)held.Value);
        var taken = new Dictionary<string, int>();
        var chosen = new List<string>();
        foreach (var rank in jobs.Where(known => IsWanted(known, claim, pauses)).Select(known => known.Job).GroupBy(ClaimOrder.RankOf).OrderBy(rank => rank.Key))
        {
            var candidates = rank.Select(job => new ClaimCandidate(job.Id, job.Request.Tenant ?? "", job.Priority, ClaimOrder.StartOf(job)));
            chosen.AddRange(ClaimOrder.Choose(candidates, inHand, claim, taken, clock.GetUtcNow(), claim.Max - chosen.Count));
        }

        return chosen;
    }

    private bool IsWanted(Known known, JobClaim claim, List<QueuePause> pauses) =>
        known.Stamp.OwnerId is null
        && ClaimOrder.IsOpen(known.Job)
        && (known.IsSignalled || !(known.Job.DueAt > clock.GetUtcNow()))
        && claim.Stages?.Contains(known.Job.Stage) != false
        && (ClaimOrder.ProviderOf(known.Job) is not { } provider || claim.Providers?.Contains(provider) != false)
        && !ClaimOrder.IsPaused(ClaimOrder.RankOf(known.Job), ClaimOrder.ProviderOf(known.Job), pauses);

    private sealed class Known
    {
        public required VideoJob Job { get; set; }

        public required JobStamp Stamp { get; set; }

        public bool IsSignalled { get; set; }
    }
}
