using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Faults;

/// <summary>A process that stops between two statements of a transaction: its locks are everybody's.</summary>
public sealed class FrozenTransactionTests(SharedServer server) : PostgreSqlTests(server)
{
    [Fact]
    public async Task A_process_that_freezes_in_the_middle_of_a_transaction_holds_up_nobody_for_long()
    {
        var (frozen, awake) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var database = Schemas.Open();
        var (sleeper, other) = (new PostgreSqlCostStore(database), new PostgreSqlCostStore(Schemas.Open()));
        await sleeper.HoldAsync(SomeCost.For("a", 3m), Stop);
        database.AroundCommit = async commit =>
        {
            database.AroundCommit = null;
            frozen.SetResult();
            await awake.Task;
            await commit();
        };
        var start = sleeper.StartAsync(new AttemptKey("a", 1), Stop);
        await frozen.Task;

        // It waits for the row that the frozen one has changed.
        Assert.NotNull((await other.StartAsync(new AttemptKey("a", 1), Stop)).StartedAt);

        // What it wanted to write was undone with its transaction; it finds that the other has written the same.
        awake.SetResult();
        Assert.NotNull((await start).StartedAt);
    }
}
