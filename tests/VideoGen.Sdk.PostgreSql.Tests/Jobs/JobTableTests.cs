using Npgsql;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

public sealed class JobTableTests(SharedServer server) : PostgreSqlTests(server)
{
    private static readonly OwnerRegistration Owner = new() { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) };

    private PostgreSqlJobStore Store => new(Schemas.Open(), null);

    [Theory]
    [InlineData("UPDATE submission_outcomes SET remote_id = 'r2'")]
    [InlineData("DELETE FROM submission_outcomes")]
    [InlineData("TRUNCATE submission_outcomes")]
    public async Task What_was_said_about_money_can_be_changed_by_nobody(string sql)
    {
        await Store.RecordOutcomeAsync(Some.Statement("j", SubmissionVerdict.Accepted, "r1"), Stop);

        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => Schemas.RunAsync(sql))).Message, StringComparison.Ordinal);
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM submission_outcomes WHERE remote_id = 'r1'"));
    }

    [Fact]
    public async Task Of_fifty_who_tell_of_other_remote_ids_at_once_one_is_first_and_all_are_kept()
    {
        var store = Store;
        var told = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => store.RecordOutcomeAsync(Some.Statement("j", SubmissionVerdict.Accepted, $"r{number}"), Stop)));

        Assert.Single(told.Select(recorded => recorded.Effective.RemoteId).Distinct());
        Assert.Equal(50, (await store.GetOutcomesAsync("j", 1, Stop)).Count);
    }

    [Fact]
    public async Task A_cancel_and_a_wake_at_once_are_both_kept()
    {
        var store = Store;
        await store.CreateAsync(Some.New(Some.Job("j")), Stop);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => store.SignalAsync("j", number % 2 == 0 ? JobSignalKind.Cancel : JobSignalKind.Wake, Stop)));

        Assert.True(await store.GetSignalsAsync("j", Stop) is { CancelAskedAt: not null, WokenAt: not null });
    }

    [Fact]
    public async Task The_save_that_ends_a_job_moves_it_out_of_the_way_and_a_retry_moves_it_back()
    {
        var store = Store;
        await store.RegisterOwnerAsync(Owner, Stop);
        var made = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(Some.Job("j"), "a"), Stop)).Stored;
        await store.SaveAsync(made.Job with { State = VideoState.Failed }, made.Stamp, true, Stop);
        Assert.Equal((0, 1), (await Schemas.RunAsync("SELECT count(*) FROM jobs_open"), await Schemas.RunAsync("SELECT count(*) FROM jobs_ended")));

        var taken = Assert.IsType<TakeResult.Taken>(await store.TakeAsync("j", "a", reopenFailed: true, Stop)).Stored;
        Assert.IsType<SaveResult.Saved>(await store.SaveAsync(taken.Job with { State = VideoState.Queued }, taken.Stamp, true, Stop));
        Assert.Equal((1, 0), (await Schemas.RunAsync("SELECT count(*) FROM jobs_open"), await Schemas.RunAsync("SELECT count(*) FROM jobs_ended")));
    }

    [Fact]
    public async Task A_take_that_meets_the_save_that_ends_the_job_finds_it_ended()
    {
        var store = Store;
        await store.RegisterOwnerAsync(Owner, Stop);
        await store.RegisterOwnerAsync(Owner with { OwnerId = "b" }, Stop);
        for (var round = 0; round < 20; round++)
        {
            var made = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored;
            var save = store.SaveAsync(made.Job with { State = VideoState.Succeeded }, made.Stamp, true, Stop);
            var take = await store.TakeAsync(made.Job.Id, "b", cancellationToken: Stop);
            Assert.IsType<SaveResult.Saved>(await save);
            Assert.True(take is TakeResult.Ended or TakeResult.Owned, take.ToString());
        }
    }

    [Fact]
    public async Task Text_that_the_server_cannot_hold_is_shown_without_it_and_kept_in_the_job()
    {
        const string Prompt = "half a pair \ud83c and a zero \0.";
        await Store.CreateAsync(Some.New(Some.Job("j") with { Reason = "a zero \0" }), Stop);
        await Store.CreateAsync(Some.New(Some.Job("k") with { Request = new VideoRequest { Prompt = Prompt } }), Stop);

        Assert.Equal("a zero \0", (await Store.FindAsync("j", Stop))?.Job.Reason);
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM video_generations WHERE prompt LIKE 'half a pair % and a zero _.'"));
    }

    [Fact]
    public async Task The_clock_is_the_servers()
    {
        var before = await Schemas.RunAsync("SELECT extract(epoch FROM clock_timestamp())::bigint");
        var told = await Store.GetTimeAsync(Stop);
        var after = await Schemas.RunAsync("SELECT extract(epoch FROM clock_timestamp())::bigint + 1");

        Assert.InRange(told.ToUnixTimeSeconds(), before - 1, after);
    }

    [Fact]
    public async Task With_a_protector_no_prompt_is_readable_and_rows_from_before_stay_readable()
    {
        var plain = Some.Job();
        await Store.CreateAsync(Some.New(plain), Stop);
        var store = new PostgreSqlJobStore(Schemas.Open(), new AesProtector());
        var hidden = Some.Job();
        await store.CreateAsync(Some.New(hidden), Stop);

        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM jobs WHERE jobs::text LIKE '%lighthouse%'"));
        Assert.Equal(2, (await store.ListAsync(new JobQuery(), Stop)).Count);
        Assert.Contains("register the IPayloadProtector", (await Assert.ThrowsAsync<StoreException>(() => Store.FindAsync(hidden.Id, Stop))).Message, StringComparison.Ordinal);
    }
}
