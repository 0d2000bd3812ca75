using Microsoft.Data.Sqlite;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

public sealed class OutcomeTableTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("UPDATE submission_outcomes SET remote_id = 'r2'")]
    [InlineData("DELETE FROM submission_outcomes")]
    public async Task What_was_said_about_money_can_be_changed_by_nobody(string sql)
    {
        await new SqliteJobStore(folder.Open(), null).RecordOutcomeAsync(Some.Statement("j", SubmissionVerdict.Accepted, "r1"), Stop);

        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => folder.Run(sql)).Message, StringComparison.Ordinal);
        Assert.Equal(1, folder.Run("SELECT count(*) FROM submission_outcomes WHERE remote_id = 'r1'"));
    }

    [Fact]
    public async Task An_estimate_finer_than_a_millionth_is_kept_rounded_up()
    {
        var said = Some.Statement("j", SubmissionVerdict.Accepted, "r1") with { EstimateUsd = 0.12345601m };

        Assert.Equal(0.123457m, (await new SqliteJobStore(folder.Open(), null).RecordOutcomeAsync(said, Stop)).Effective.EstimateUsd);
    }
}
