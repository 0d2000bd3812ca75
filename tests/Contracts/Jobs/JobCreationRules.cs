using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Making jobs, and the keys that keep a second one from being made.</summary>
public abstract class JobCreationRules : JobStoreHarness
{
    [Fact]
    public async Task A_new_job_is_found_as_it_was_given_and_nobody_owns_it()
    {
        var stored = await Created(Some.Job());

        var found = await Found(stored.Job.Id);
        Assert.Equal(stored.Job.Request.Prompt, found.Job.Request.Prompt);
        Assert.Equal(stored.Stamp, found.Stamp);
        Assert.Null(found.Stamp.OwnerId);
        Assert.Equal(0, found.Stamp.Adoptions);
    }

    [Fact]
    public async Task An_unknown_id_or_key_is_not_found()
    {
        Assert.Null(await Store.FindAsync("nobody", Stop));
        Assert.Null(await Store.FindByKeyAsync(null, "nobody", Stop));
    }

    [Fact]
    public async Task A_job_may_be_owned_from_the_start()
    {
        var stored = await Owned("a");

        Assert.Equal("a", stored.Stamp.OwnerId);
        await Saved(stored.Job with { State = VideoState.Running }, stored.Stamp);
    }

    [Fact]
    public async Task A_job_is_not_made_for_an_owner_that_is_not_registered()
    {
        var job = Some.Job(key: "k");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.CreateAsync(Some.New(job, "ghost"), Stop));
        Assert.Null(await Store.FindAsync(job.Id, Stop));
        Assert.Null(await Store.FindByKeyAsync(null, "k", Stop));
    }

    [Fact]
    public async Task A_job_is_not_made_for_an_owner_that_retired()
    {
        await Store.RetireOwnerAsync(await Owner("a"), cancellationToken: Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.CreateAsync(Some.New(Some.Job(), "a"), Stop));
    }

    [Fact]
    public async Task An_id_is_given_once()
    {
        var first = await Created(Some.Job());

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.CreateAsync(Some.New(Some.Job(first.Job.Id)), Stop));
        Assert.Equal(first.Stamp, (await Found(first.Job.Id)).Stamp);
    }

    [Fact]
    public async Task Without_a_key_the_same_request_makes_another_job()
    {
        await Created(Some.Job());
        await Created(Some.Job());

        Assert.Equal(2, (await Store.ListAsync(new JobQuery(), Stop)).Count);
    }

    [Fact]
    public async Task The_same_key_and_fingerprint_return_the_first_job()
    {
        var first = await Created(Some.Job(key: "k"));
        var second = Some.Job(key: "k");

        var exists = Assert.IsType<CreateJobResult.Exists>(await Store.CreateAsync(Some.New(second), Stop));
        Assert.Equal(first.Job.Id, exists.Stored.Job.Id);
        Assert.Equal(first.Stamp, exists.Stored.Stamp);
        Assert.Null(await Store.FindAsync(second.Id, Stop));
    }

    [Fact]
    public async Task The_same_key_with_another_fingerprint_is_refused_with_both()
    {
        var first = await Created(Some.Job(key: "k"));
        var second = Some.Job(key: "k");

        var conflict = Assert.IsType<CreateJobResult.Conflict>(await Store.CreateAsync(Some.New(second, fingerprint: "v1:two"), Stop));
        Assert.Equal((first.Job.Id, "v1:one", "v1:two"), (conflict.JobId, conflict.ExistingFingerprint, conflict.GivenFingerprint));
        Assert.Null(await Store.FindAsync(second.Id, Stop));
    }

    [Fact]
    public async Task Each_tenant_has_keys_of_its_own()
    {
        var nobody = await Created(Some.Job(key: "k"));
        var one = await Created(Some.Job(key: "k", tenant: "one"));
        var two = await Created(Some.Job(key: "k", tenant: "two"));

        Assert.Equal(nobody.Job.Id, (await Store.FindByKeyAsync(null, "k", Stop))?.Job.Id);
        Assert.Equal(one.Job.Id, (await Store.FindByKeyAsync("one", "k", Stop))?.Job.Id);
        Assert.Equal(two.Job.Id, (await Store.FindByKeyAsync("two", "k", Stop))?.Job.Id);
        Assert.Null(await Store.FindByKeyAsync("three", "k", Stop));
    }

    [Fact]
    public async Task Keys_differ_by_case()
    {
        await Created(Some.Job(key: "k"));
        await Created(Some.Job(key: "K"));
    }

    [Fact]
    public async Task Fifty_at_once_under_one_key_make_one_job()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Store.CreateAsync(Some.New(Some.Job(key: "k")), Stop))));

        var created = Assert.Single(results.OfType<CreateJobResult.Created>());
        Assert.Equal(49, results.OfType<CreateJobResult.Exists>().Count(exists => exists.Stored.Job.Id == created.Stored.Job.Id));
        Assert.Single(await Store.ListAsync(new JobQuery(), Stop));
    }

    [Fact]
    public async Task A_key_outlives_the_end_of_its_job()
    {
        await Owner("a");
        var stored = await Created(Some.Job(key: "k"), "a");
        await Saved(stored.Job with { State = VideoState.Failed }, stored.Stamp);

        Assert.IsType<CreateJobResult.Exists>(await Store.CreateAsync(Some.New(Some.Job(key: "k")), Stop));
    }
}
