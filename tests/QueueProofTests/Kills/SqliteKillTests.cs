using VideoGen.Sdk.QueueProofTests.Programs;

namespace VideoGen.Sdk.QueueProofTests.Kills;

public sealed class SqliteKillTests : KillTests
{
    private ProofStore Store => ProofStore.Sqlite(At("queue.db"));

    [Fact]
    public Task Killed_workers_on_one_file_lose_nothing_and_pay_nothing_twice() => Killed_workers_lose_nothing_and_pay_nothing_twice(Store);

    [Fact]
    public Task Three_workers_on_one_file_agree_with_the_vendors_to_the_cent() => Without_faults_and_kills_ledger_and_vendors_agree_to_the_cent(Store);
}
