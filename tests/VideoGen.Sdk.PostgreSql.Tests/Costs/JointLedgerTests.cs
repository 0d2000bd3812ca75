using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Costs;

/// <summary>Changes of the ledger that wait while another one is on its way go together, each after the one before it.</summary>
public sealed class JointLedgerTests(SharedServer server) : PostgreSqlTests(server)
{
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PostgreSqlDatabase database = null!;
    private PostgreSqlCostStore costs = null!;
    private Task held = Task.CompletedTask;
    private int commits;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        database = Schemas.Open();
        costs = new PostgreSqlCostStore(database);
        foreach (var job in new[] { "first", "a", "b" })
        {
            Assert.IsType<HoldResult.Held>(await costs.HoldAsync(SomeCost.For(job, 1m), Stop));
        }
    }

    [Fact]
    public async Task Holds_starts_and_charges_share_one_commit()
    {
        await HoldOneAsync();
        var start = costs.StartAsync(new AttemptKey("a", 1), Stop);
        var settle = costs.SettleAsync(new AttemptKey("b", 1), new Settlement { ChargeUsd = 0.75m, Source = ChargeSource.Vendor, Outcome = AttemptOutcome.Succeeded }, Stop);
        var hold = costs.HoldAsync(SomeCost.For("c", 2m), Stop);
        release.SetResult();

        await held;
        Assert.NotNull((await start).StartedAt);
        Assert.Equal(0.75m, (await settle).ChargedUsd);
        Assert.Equal(2m, Assert.IsType<HoldResult.Held>(await hold).Line.ReservedUsd);
        Assert.Equal(2, commits);
        Assert.Equal(5, await Schemas.RunAsync("SELECT count(*) FROM ledger_entries"));
    }

    [Fact]
    public async Task A_hold_sees_what_those_before_it_in_the_same_commit_did()
    {
        await HoldOneAsync();
        var (room, none) = (costs.HoldAsync(SomeCost.For("c", 3m, SomeCost.Daily(6m)), Stop), costs.HoldAsync(SomeCost.For("d", 0.5m, SomeCost.Daily(6m)), Stop));
        var freed = costs.WithdrawAsync(new AttemptKey("a", 1), "a", "not needed", Stop);
        var again = costs.HoldAsync(SomeCost.For("e", 0.5m, SomeCost.Daily(6m)), Stop);
        release.SetResult();

        Assert.IsType<HoldResult.Held>(await room);
        Assert.Equal(0.5m, Assert.Single(Assert.IsType<HoldResult.Refused>(await none).Refusals).Asked);
        Assert.Equal(LineState.Released, (await freed).State);
        Assert.IsType<HoldResult.Held>(await again);
        Assert.Equal(2, commits);
    }

    [Fact]
    public async Task A_step_that_is_refused_is_its_callers_own_and_the_others_are_written()
    {
        await HoldOneAsync();
        var (wrong, right) = (costs.StartAsync(new AttemptKey("nobody", 1), Stop), costs.StartAsync(new AttemptKey("a", 1), Stop));
        release.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => wrong);
        Assert.NotNull((await right).StartedAt);
        Assert.Equal(2, commits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_joint_commit_whose_answer_is_lost_is_read_back_and_made_up_for_by_each(bool written)
    {
        await HoldOneAsync();
        database.AroundCommit = async commit =>
        {
            database.AroundCommit = null;
            await (written ? commit() : Task.CompletedTask);
            throw new IOException("the line went dead");
        };
        var (one, other) = (costs.StartAsync(new AttemptKey("a", 1), Stop), costs.StartAsync(new AttemptKey("b", 1), Stop));
        release.SetResult();

        Assert.NotNull((await one).StartedAt);
        Assert.NotNull((await other).StartedAt);
        Assert.Equal(3, await Schemas.RunAsync("SELECT count(*) FROM attempt_lines WHERE started_at IS NOT NULL"));
    }

    /// <summary>Has a change wait before its commit, so that what comes next has to wait too.</summary>
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
        held = costs.StartAsync(new AttemptKey("first", 1), Stop);
        await isHeld.Task;
    }
}
