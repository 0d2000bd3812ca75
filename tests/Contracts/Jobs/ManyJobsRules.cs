using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>Many jobs at once answer as they would one by one.</summary>
public abstract class ManyJobsRules : KeyExpiryRules
{
    [Fact]
    public async Task Many_jobs_are_made_in_order_and_handed_out_and_whoever_waits_hears_of_them()
    {
        await Owner("a");
        var mark = await Store.WaitForChangeAsync(0, Stop);
        var jobs = Enumerable.Range(0, 1201).Select(_ => Some.Job()).ToList();

        var results = await Store.CreateManyAsync([.. jobs.Select(job => Some.New(job))], Stop);
        Assert.Equal(jobs.Select(job => job.Id), results.Cast<CreateJobResult.Created>().Select(made => made.Stored.Job.Id));
        Assert.NotEqual(mark, await Store.WaitForChangeAsync(mark, Stop));
        Assert.Equal(1201, (await Store.CountAsync(Stop))[VideoState.Queued]);
        Assert.Equal(jobs.Select(job => job.Id), (await Claim("a", 2000)).Select(job => job.Job.Id));
    }

    [Fact]
    public async Task A_key_that_an_earlier_call_or_the_same_call_took_is_found()
    {
        var known = await Created(Some.Job(key: "k1"));
        var results = await Store.CreateManyAsync([Some.New(Some.Job(key: "k1")), Some.New(Some.Job(key: "k2")), Some.New(Some.Job(key: "k2")), Some.New(Some.Job())], Stop);

        Assert.Equal(known.Job.Id, Assert.IsType<CreateJobResult.Exists>(results[0]).Stored.Job.Id);
        var made = Assert.IsType<CreateJobResult.Created>(results[1]).Stored.Job.Id;
        Assert.Equal(made, Assert.IsType<CreateJobResult.Exists>(results[2]).Stored.Job.Id);
        Assert.IsType<CreateJobResult.Created>(results[3]);
        Assert.Equal(3, (await Store.ListAsync(new JobQuery(), Stop)).Count);
    }

    [Fact]
    public async Task Many_stop_at_the_first_conflict_which_is_the_last_answer()
    {
        var known = await Created(Some.Job(key: "k"));
        var (before, after) = (Some.Job(), Some.Job());
        var results = await Store.CreateManyAsync([Some.New(before), Some.New(Some.Job(key: "k"), fingerprint: "v1:two"), Some.New(after)], Stop);

        Assert.Equal(2, results.Count);
        Assert.Equal(new CreateJobResult.Conflict(known.Job.Id, "v1:one", "v1:two"), results[1]);
        Assert.NotNull(await Store.FindAsync(before.Id, Stop));
        Assert.Null(await Store.FindAsync(after.Id, Stop));
    }

    [Fact]
    public async Task Many_with_keys_may_be_repeated_after_a_fault()
    {
        var known = await Created(Some.Job());
        NewJob[] jobs = [Some.New(Some.Job(key: "k1")), Some.New(known.Job), Some.New(Some.Job(key: "k2"))];
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.CreateManyAsync(jobs, Stop));
        Assert.Null(await Store.FindByKeyAsync(null, "k2", Stop));

        await Store.CreateManyAsync([Some.New(Some.Job(key: "k1")), Some.New(Some.Job(key: "k2"))], Stop);
        Assert.Equal(3, (await Store.ListAsync(new JobQuery(), Stop)).Count);
    }

    [Fact]
    public async Task Two_calls_with_the_same_keys_in_opposite_order_make_each_job_once()
    {
        var keys = Enumerable.Range(0, 40).Select(number => $"k{number}").ToList();
        var results = await Task.WhenAll(new[] { keys, [.. keys.AsEnumerable().Reverse()] }.Select(some => Task.Run(
            () => Store.CreateManyAsync([.. some.Select(key => Some.New(Some.Job(key: key)))], Stop), Stop)));

        Assert.Equal(40, results.SelectMany(some => some).OfType<CreateJobResult.Created>().Count());
        Assert.Equal(40, (await Store.ListAsync(new JobQuery(), Stop)).Count);
    }

    [Fact]
    public async Task None_are_made_of_none() => Assert.Empty(await Store.CreateManyAsync([], Stop));
}
