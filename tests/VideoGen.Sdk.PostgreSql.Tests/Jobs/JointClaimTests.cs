using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

/// <summary>Claims that wait while another one is on its way go together, and each has what it asked for.</summary>
public sealed class JointClaimTests(SharedServer server) : PostgreSqlTests(server)
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PostgreSqlDatabase database = null!;
    private PostgreSqlJobStore store = null!;
    private Task<IReadOnlyList<StoredJob>> held = null!;
    private int commits;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        database = Schemas.Open();
        store = new PostgreSqlJobStore(database, null);
        foreach (var owner in new[] { "a", "b" })
        {
            await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = owner, Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        }

        for (var i = 0; i < 10; i++)
        {
            await store.CreateAsync(Some.New(Some.Job()), Stop);
        }

        await HoldOneAsync();
    }

    [Fact]
    public async Task Those_who_wait_share_one_commit_and_get_what_they_asked_for_in_their_order()
    {
        Task<IReadOnlyList<StoredJob>>[] claims = [Claim(max: 1), Claim(max: 3), Claim(max: 0), Claim(max: 4), Claim(max: 4)];
        release.SetResult();

        var claimed = await Task.WhenAll([held, .. claims]);
        Assert.Equal([1, 1, 3, 0, 4, 1], claimed.Select(jobs => jobs.Count));
        Assert.Equal(10, claimed.SelectMany(jobs => jobs).Select(stored => stored.Job.Id).Distinct().Count());
        Assert.Equal(2, commits);
        Assert.All(claimed.SelectMany(jobs => jobs), stored => Assert.Equal(("a", 1), (stored.Stamp.OwnerId, stored.Stamp.Epoch)));
    }

    [Fact]
    public async Task What_another_owner_or_under_other_limits_is_asked_for_is_claimed_apart()
    {
        Task<IReadOnlyList<StoredJob>>[] claims =
        [
            Claim(max: 1), store.ClaimAsync(new JobClaim { OwnerId = "b", Max = 1 }, Stop), store.ClaimAsync(new JobClaim { OwnerId = "b", Max = 5, MaxPerTenant = 2 }, Stop),
            store.ClaimAsync(new JobClaim { OwnerId = "b", Max = 5, Stages = ["Unheard"] }, Stop),
        ];
        release.SetResult();

        var claimed = await Task.WhenAll(claims);
        Assert.Equal([1, 1, 2, 0], claimed.Select(jobs => jobs.Count));
        Assert.Equal(["a", "b", "b", "b"], claimed.SelectMany(jobs => jobs).Select(stored => stored.Stamp.OwnerId));
        Assert.Equal(5, commits);
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_is_given_nothing()
    {
        using var giveUp = new CancellationTokenSource();
        var given = store.ClaimAsync(new JobClaim { OwnerId = "a", Max = 5 }, giveUp.Token);
        var stays = Claim(max: 9);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        release.SetResult();

        Assert.Equal(9, (await stays).Count);
    }

    [Fact]
    public async Task An_owner_that_has_ended_is_told_so_in_every_claim_and_keeps_nobody_from_the_next()
    {
        Task<IReadOnlyList<StoredJob>>[] claims = [store.ClaimAsync(new JobClaim { OwnerId = "gone", Max = 1 }, Stop), store.ClaimAsync(new JobClaim { OwnerId = "gone", Max = 2 }, Stop), Claim(max: 2)];
        release.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => claims[0]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => claims[1]);
        Assert.Equal(2, (await claims[2]).Count);
    }

    private Task<IReadOnlyList<StoredJob>> Claim(int max) => store.ClaimAsync(new JobClaim { OwnerId = "a", Max = max }, Stop);

    /// <summary>Has a claim wait before its commit, so that what comes next has to wait too.</summary>
    private async Task HoldOneAsync()
    {
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        database.AroundCommit = async commit =>
        {
            Interlocked.Increment(ref commits);
            isHeld.TrySetResult();
            await release.Task;
            await commit();
        };
        held = Claim(max: 1);
        await isHeld.Task;
    }
}
