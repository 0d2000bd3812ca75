using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.QueueProofTests.Programs;

namespace VideoGen.Sdk.QueueProofTests.Kills;

public sealed class PostgreSqlKillTests : KillTests
{
    [Fact]
    public async Task Killed_workers_on_a_server_that_is_killed_too_lose_nothing_and_pay_nothing_twice()
    {
        await using var server = await ServerProcess.StartAsync();

        await Killed_workers_lose_nothing_and_pay_nothing_twice(ProofStore.PostgreSql(server), async () =>
        {
            await server.KillAsync();
            await server.StartAsync();
        });
    }

    [Fact]
    public async Task Three_workers_on_one_server_agree_with_the_vendors_to_the_cent()
    {
        await using var server = await ServerProcess.StartAsync();

        await Without_faults_and_kills_ledger_and_vendors_agree_to_the_cent(ProofStore.PostgreSql(server));
    }
}
