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
    private static readonly int Scale = int.Parse(Environment.GetEnvironmentVariable("VIDEOGEN_CLAIM_SCALE") ?? "40000", CultureInfo.InvariantCulture);

    private PostgreSqlJobStore store = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        store = new PostgreSqlJobStore(Schemas.Open(), null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromHours(1) }, Stop);
    }

    [Fact]
    public async Task Neither_a_year_of_finished_jobs_nor_an_old_snapshot_held_open_slows_claims()
    {
        await RateAsync();
        var empty = await RateAsync();
        await FillAsync(Scale, isEnded: true);
        var afterYears = await RateAsync();

        await using var other = new NpgsqlConnection($"{Schemas.Options().ConnectionString};Search Path={Schemas.Schema};Pooling=false");
        await other.OpenAsync(Stop);
        await using var snapshot = await other.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Stop);
        await new PostgreSqlScope(other, null).AnyAsync("SELECT 1 FROM owners");
        await FillAsync(Scale, isEnded: false);
        await Schemas.RunAsync("UPDATE jobs SET is_free = false, owner_id = 'a' WHERE NOT is_ended");
        await Schemas.RunAsync("UPDATE jobs SET is_ended = true, state = 'Succeeded', is_ready = false, is_free = true, owner_id = NULL WHERE NOT is_ended");
        await RateAsync();
        var underSnapshot = await RateAsync();

        var figures = string.Create(CultureInfo.InvariantCulture, $"claim and complete, one at a time, per second: empty {empty:F0}, {Scale} finished {afterYears:F0}, and as many worked under an old snapshot {underSnapshot:F0}");
        TestContext.Current.SendDiagnosticMessage(figures);
        Assert.True(afterYears > empty / 3 && underSnapshot > empty / 3, figures);
    }

    /// <summary>Rows as this store would have written them, without writing each.</summary>
    private async Task FillAsync(int count, bool isEnded)
    {
        var template = Some.Job() with { State = isEnded ? VideoState.Succeeded : VideoState.Queued };
        await store.CreateAsync(Some.New(template), Stop);
        await Schemas.RunAsync(
            $"""
            INSERT INTO jobs SELECT (jsonb_populate_record(j, jsonb_build_object('id', j.id || '-' || n, 'start_at', j.start_at - interval '1 hour'))).*
            FROM jobs j, generate_series(1, {count}) AS n WHERE j.id = @id
            """,
            ("id", template.Id));
        await Schemas.RunAsync("UPDATE jobs SET is_ended = true, state = 'Succeeded', is_ready = false WHERE id = @id AND NOT is_ended", ("id", template.Id));
    }

    private async Task<double> RateAsync()
    {
        const int Jobs = 200;
        for (var i = 0; i < Jobs; i++)
        {
            var now = TimeProvider.System.GetUtcNow();
            await store.CreateAsync(Some.New(Some.Job() with { CreatedAt = now }), Stop);
        }

        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Jobs; i++)
        {
            var claimed = Assert.Single(await store.ClaimAsync(new JobClaim { OwnerId = "a", Max = 1 }, Stop));
            Assert.IsType<SaveResult.Saved>(await store.SaveAsync(claimed.Job with { State = VideoState.Succeeded }, claimed.Stamp, true, Stop));
        }

        return Jobs / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }
}
