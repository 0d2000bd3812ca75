using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Faults;

/// <summary>After a failover or a restored backup nothing is submitted before a person has looked.</summary>
public sealed class OtherServerTests(SharedServer server) : PostgreSqlTests(server)
{
    private PostgreSqlJobStore store = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        store = new PostgreSqlJobStore(Schemas.Open(), null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
    }

    [Theory]
    [InlineData("'1234/' || split_part(identity, '/', 2)", "another server (system identifier")]
    [InlineData("split_part(identity, '/', 1) || '/00000009'", "another timeline (00000001, known is 00000009)")]
    public async Task Another_server_or_timeline_pauses_submits_until_a_person_confirms_it(string identity, string words)
    {
        var stored = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored;
        Assert.Null(await store.FindServerChangeAsync(Stop));
        Assert.False(await store.ConfirmServerAsync(Stop));
        await Schemas.RunAsync($"UPDATE known_server SET identity = {identity}");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ConfirmServerAsync()", refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.IsTransient || refusal.IsCommitUnknown);
        Assert.Null(await store.FindIntentAsync(stored.Job.Id, 1, Stop));
        Assert.Contains(words, await store.FindServerChangeAsync(Stop), StringComparison.Ordinal);

        Assert.True(await store.ConfirmServerAsync(Stop));
        Assert.Null(await store.FindServerChangeAsync(Stop));
        Assert.IsType<IntentResult.Saved>(await store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
    }

    [Fact]
    public async Task It_shows_as_a_pause_of_all_that_holds_back_what_is_not_begun_and_nothing_that_is_paid()
    {
        var plain = Some.Job();
        var paid = Some.Job() with { Attempts = [Some.Attempt() with { IntentAt = JobStoreHarness.Start }] };
        await store.CreateAsync(Some.New(plain), Stop);
        await store.CreateAsync(Some.New(paid), Stop);
        await Schemas.RunAsync("UPDATE known_server SET identity = 'another'");
        var claim = new JobClaim { OwnerId = "a", Max = 9 };

        Assert.Equal(paid.Id, Assert.Single(await store.ClaimAsync(claim, Stop)).Job.Id);
        var pause = Assert.Single(await store.GetPausesAsync(Stop));
        Assert.Null(pause.Provider);
        await store.ResumeAsync(null, Stop);
        Assert.Equal([pause], await store.GetPausesAsync(Stop));

        await store.ConfirmServerAsync(Stop);
        Assert.Empty(await store.GetPausesAsync(Stop));
        Assert.Equal(plain.Id, Assert.Single(await store.ClaimAsync(claim, Stop)).Job.Id);
    }
}
