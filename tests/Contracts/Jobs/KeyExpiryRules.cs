using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>A key lives as long as its job, unless it was given a time of its own; and never goes while money of it is out.</summary>
public abstract class KeyExpiryRules : QueueChangeRules
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Without_a_lifetime_a_key_never_expires()
    {
        var first = await Ended(lifetime: null);
        Clock.Advance(TimeSpan.FromDays(3650));

        Assert.Equal(first.Id, Assert.IsType<CreateJobResult.Exists>(await Again()).Stored.Job.Id);
        Assert.Equal(first.Id, (await Store.FindByKeyAsync(null, "k", Stop))?.Job.Id);
    }

    [Fact]
    public async Task A_key_whose_time_has_passed_is_given_to_another_request_and_the_first_job_stays()
    {
        var first = await Ended(Day);
        Clock.Advance(Day - TimeSpan.FromSeconds(1));
        Assert.IsType<CreateJobResult.Exists>(await Again());
        Assert.IsType<CreateJobResult.Conflict>(await Again("v1:two"));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Store.FindByKeyAsync(null, "k", Stop));
        var second = Assert.IsType<CreateJobResult.Created>(await Again("v1:two")).Stored.Job;
        Assert.Equal(second.Id, (await Store.FindByKeyAsync(null, "k", Stop))?.Job.Id);
        Assert.Equal(VideoState.Failed, (await Found(first.Id)).Job.State);
        Assert.IsType<CreateJobResult.Conflict>(await Again("v1:three"));
    }

    [Theory]
    [InlineData(VideoState.Queued)]
    [InlineData(VideoState.Waiting)]
    [InlineData(VideoState.NeedsAttention)]
    [InlineData(VideoState.Parked)]
    public async Task A_key_outlives_its_time_until_its_job_has_ended(VideoState state)
    {
        await Store.CreateAsync(Some.New(Some.Job(key: "k", state: state)) with { KeyLifetime = Day }, Stop);
        Clock.Advance(2 * Day);

        Assert.IsType<CreateJobResult.Exists>(await Again());
        Assert.NotNull(await Store.FindByKeyAsync(null, "k", Stop));
    }

    [Fact]
    public async Task A_key_outlives_its_time_while_money_of_its_job_is_unverified()
    {
        await Ended(Day, unverifiedUsd: 0.000001m);
        Clock.Advance(2 * Day);

        Assert.IsType<CreateJobResult.Exists>(await Again());
        Assert.IsType<CreateJobResult.Conflict>(await Again("v1:two"));
        Assert.NotNull(await Store.FindByKeyAsync(null, "k", Stop));
    }

    [Fact]
    public async Task Of_fifty_at_once_for_a_key_whose_time_has_passed_one_gets_it()
    {
        await Ended(Day);
        Clock.Advance(Day);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Again(), Stop)));

        var made = Assert.Single(results.OfType<CreateJobResult.Created>()).Stored.Job.Id;
        Assert.Equal(49, results.OfType<CreateJobResult.Exists>().Count(known => known.Stored.Job.Id == made));
    }

    private async Task<VideoJob> Ended(TimeSpan? lifetime, decimal unverifiedUsd = 0m)
    {
        await Owner("a");
        var made = Assert.IsType<CreateJobResult.Created>(await Store.CreateAsync(Some.New(Some.Job(key: "k"), "a") with { KeyLifetime = lifetime }, Stop)).Stored;
        var ended = made.Job with { State = VideoState.Failed, UnverifiedUsd = unverifiedUsd };
        await Saved(ended, made.Stamp);
        return ended;
    }

    private Task<CreateJobResult> Again(string fingerprint = "v1:one") => Store.CreateAsync(Some.New(Some.Job(key: "k"), fingerprint: fingerprint), Stop);
}
