using System.Globalization;
using Npgsql;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

/// <summary>What lies in the tables must not slow claims. As a ratio within one run; <c>VIDEOGEN_CLAIM_SCALE</c> sets the long form's number of jobs.</summary>
public sealed class ClaimSpeedTests(SharedServer server) : PostgreSqlTests(server)
{
    private const int Rounds = 20;
    private const int JobsPerRound = 20;

    private static readonly int Scale = int.Parse(Environment.GetEnvironmentVariable("VIDEOGEN_CLAIM_SCALE") ?? "40000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Neither_a_year_of_finished_jobs_nor_an_old_snapshot_held_open_slows_claims()
    {
        var (empty, full) = (await OpenAsync(Schemas.NewName()), await OpenAsync(Schemas.Schema));
        await FillAsync(full, isEnded: true);
        await using var other = new NpgsqlConnection($"{Schemas.Options().ConnectionString};Search Path={Schemas.Schema};Pooling=false");
        await other.OpenAsync(Stop);
        await using var snapshot = await other.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Stop);
        await new PostgreSqlScope(other, null).AnyAsync("SELECT 1 FROM owners");
        await FillAsync(full, isEnded: false);
        await Schemas.RunAsync("UPDATE jobs SET is_free = false, owner_id = 'a' WHERE NOT is_ended");
        await Schemas.RunAsync("UPDATE jobs SET is_ended = true, state = 'Succeeded', is_ready = false, is_free = true, owner_id = NULL WHERE NOT is_ended");

        // In turns, so that whatever else the machine does slows both.
        var (onEmpty, onFull) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            onEmpty += await WorkAsync(empty);
            onFull += await WorkAsync(full);
        }

        var jobs = Rounds * JobsPerRound;
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"claim and complete, one at a time, per second: empty {jobs / onEmpty.TotalSeconds:F0}; with {Scale} finished and as many worked under an old snapshot {jobs / onFull.TotalSeconds:F0}; ratio {onEmpty / onFull:F2}");
        TestContext.Current.SendDiagnosticMessage(figures);
        Assert.True(onFull < 3 * onEmpty, figures);
    }

    private async Task<PostgreSqlJobStore> OpenAsync(string schema)
    {
        var store = new PostgreSqlJobStore(Schemas.Open(schema: schema), null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromHours(1) }, Stop);
        return store;
    }

    /// <summary>Rows as this store would have written them, without writing each.</summary>
    private async Task FillAsync(PostgreSqlJobStore store, bool isEnded)
    {
        var template = Some.Job() with { State = isEnded ? VideoState.Succeeded : VideoState.Queued };
        await store.CreateAsync(Some.New(template), Stop);
        await Schemas.RunAsync(
            $"""
            INSERT INTO jobs SELECT (jsonb_populate_record(j, jsonb_build_object('id', j.id || '-' || n, 'start_at', j.start_at - interval '1 hour'))).*
            FROM jobs j, generate_series(1, {Scale}) AS n WHERE j.id = @id
            """,
            ("id", template.Id));
        await Schemas.RunAsync("UPDATE jobs SET is_ended = true, state = 'Succeeded', is_ready = false WHERE id = @id AND NOT is_ended", ("id", template.Id));
    }

    private static async Task<TimeSpan> WorkAsync(PostgreSqlJobStore store)
    {
        for (var i = 0; i < JobsPerRound; i++)
        {
            await store.CreateAsync(Some.New(Some.Job() with { CreatedAt = TimeProvider.System.GetUtcNow() }), Stop);
        }

        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < JobsPerRound; i++)
        {
            var claimed = Assert.Single(await store.ClaimAsync(new JobClaim { OwnerId = "a", Max = 1 }, Stop));
            Assert.IsType<SaveResult.Saved>(await store.SaveAsync(claimed.Job with { State = VideoState.Succeeded }, claimed.Stamp, true, Stop));
        }

        return TimeProvider.System.GetElapsedTime(began);
    }
}
