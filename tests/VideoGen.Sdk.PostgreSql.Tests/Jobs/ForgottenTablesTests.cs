using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

/// <summary>What was forgotten is in no row of any table; what it cost still is.</summary>
public sealed class ForgottenTablesTests(SharedServer server) : PostgreSqlTests(server)
{
    [Fact]
    public async Task No_column_of_any_table_holds_a_forgotten_word_and_the_money_stays()
    {
        var database = Schemas.Open();
        var (store, costs) = (new PostgreSqlJobStore(database, null), new PostgreSqlCostStore(database));
        var job = await FailedAsync(store);
        await costs.HoldAsync(SomeCost.For(job.Id, 3m), Stop);
        await costs.SettleAsync(new AttemptKey(job.Id, 1), new Settlement { ChargeUsd = 2m, Outcome = AttemptOutcome.Failed, Source = ChargeSource.Vendor }, Stop);
        Assert.NotEmpty(await HoldersAsync());

        Assert.Equal([job.Id], await store.ForgetAsync([job.Id], null, Stop));
        Assert.Empty(await HoldersAsync());
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM video_generations WHERE prompt IS NULL AND status = 'Forgotten' AND cost_usd = 2"));
        Assert.Equal(0, await Schemas.RunAsync("SELECT count(*) FROM jobs_open"));
    }

    [Fact]
    public async Task A_statement_about_money_changes_in_nothing_but_its_words()
    {
        var store = new PostgreSqlJobStore(Schemas.Open(), null);
        await store.ForgetAsync([(await FailedAsync(store)).Id], null, Stop);

        foreach (var change in new[] { "failure = 'other'", "verdict = 'Rejected'", "remote_id = NULL", "attempt = 9", "estimate_usd = 1", "source = 'x'", "at = now()" })
        {
            Assert.Contains("append-only", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Schemas.RunAsync($"UPDATE submission_outcomes SET {change}"))).Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Schemas.RunAsync("DELETE FROM submission_outcomes"));
    }

    private static async Task<VideoJob> FailedAsync(PostgreSqlJobStore store)
    {
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        var job = Some.Job(key: "secret-key") with
        {
            Request = new VideoRequest { Prompt = "a secret lighthouse", IdempotencyKey = "secret-key", ReferenceImages = [new ReferenceMedia { AssetId = "secret-input" }] },
            Reason = "the vendor said secret",
        };
        var stored = ((CreateJobResult.Created)await store.CreateAsync(Some.New(job, "a"), Stop)).Stored;
        var stamp = ((IntentResult.Saved)await store.SaveIntentAsync(job, stored.Stamp, Some.Intent(job.Id) with { Content = "a secret body"u8.ToArray(), IdempotencyKey = "secret-key" }, Stop)).Stamp;
        await store.RecordOutcomeAsync(Some.Statement(job.Id, SubmissionVerdict.Accepted, "r1") with { Failure = new ProviderFailure { Kind = ProviderFailureKind.ContentRejected, Message = "no secret" } }, Stop);
        await store.AddCallbackAsync(new CallbackNote { Provider = "kling", Account = "default", EventId = "secret-event", JobId = job.Id }, Stop);
        await store.SaveAsync(job with { State = VideoState.Failed }, stamp, true, Stop);
        return job;
    }

    /// <summary>Every table with a row whose text has the word; bytes are looked at as they would be read.</summary>
    private async Task<List<string>> HoldersAsync()
    {
        var holders = new List<string>();
        await using var connection = new Npgsql.NpgsqlConnection($"{Schemas.Options().ConnectionString};Search Path={Schemas.Schema};Pooling=false");
        await connection.OpenAsync(Stop);
        var scope = new PostgreSqlScope(connection, null);
        foreach (var table in await scope.AllAsync("SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')", row => row.Text("relname")))
        {
            if (await scope.AnyAsync($"SELECT 1 FROM \"{table}\" AS t WHERE t::text LIKE '%secret%' OR t::text LIKE '%' || encode('secret', 'hex') || '%'"))
            {
                holders.Add(table);
            }
        }

        return holders;
    }
}
