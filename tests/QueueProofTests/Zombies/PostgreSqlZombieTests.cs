using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.QueueProofTests.Programs;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

public sealed class PostgreSqlZombieTests : ZombieTests
{
    [Fact]
    public async Task Frozen_before_the_POST_on_a_server_it_sends_nothing_and_the_job_is_paid_once()
    {
        await using var server = await ServerProcess.StartAsync();

        await Woken_before_the_POST_it_sends_nothing_and_the_job_is_paid_once(ProofStore.PostgreSql(server), jobs: 1, async () => await PostgreSqlGate.CloseAsync(server.ConnectionString), isIntentSaved: true);
    }

    [Theory]
    [InlineData("fal", false)]
    [InlineData("kling", true)]
    public async Task Frozen_between_POST_and_save_on_a_server_it_pays_nothing_more_and_the_video_reaches_the_disk(string vendor, bool isLate)
    {
        await using var server = await ServerProcess.StartAsync();

        await Woken_between_POST_and_save_it_pays_nothing_more_and_the_video_reaches_the_disk(ProofStore.PostgreSql(server), vendor, isLate);
    }
}
