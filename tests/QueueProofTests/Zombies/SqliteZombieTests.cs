using VideoGen.Sdk.QueueProofTests.Programs;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

public sealed class SqliteZombieTests : ZombieTests
{
    private ProofStore Store => ProofStore.Sqlite(At("queue.db"));

    [Fact]
    public Task Frozen_before_the_POST_on_a_file_it_sends_nothing_and_the_job_is_paid_once() =>
        Woken_before_the_POST_it_sends_nothing_and_the_job_is_paid_once(Store, jobs: 40, () => Task.FromResult<IPostGate>(new SqliteGate(At("queue.db"))), isIntentSaved: false);

    [Theory]
    [InlineData("fal", false)]
    [InlineData("kling", true)]
    public Task Frozen_between_POST_and_save_on_a_file_it_pays_nothing_more_and_the_video_reaches_the_disk(string vendor, bool isLate) =>
        Woken_between_POST_and_save_it_pays_nothing_more_and_the_video_reaches_the_disk(Store, vendor, isLate);
}
