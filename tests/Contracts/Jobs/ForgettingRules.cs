using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using Xunit;

namespace VideoGen.Sdk.Contracts.Jobs;

/// <summary>What is forgotten is gone, but for who submitted what where.</summary>
public abstract class ForgettingRules : RunTimeRules
{
    [Theory]
    [InlineData(VideoState.Succeeded, true)]
    [InlineData(VideoState.Failed, true)]
    [InlineData(VideoState.Cancelled, true)]
    [InlineData(VideoState.Parked, true)]
    [InlineData(VideoState.Queued, false)]
    [InlineData(VideoState.Scheduled, false)]
    [InlineData(VideoState.Running, false)]
    [InlineData(VideoState.Waiting, false)]
    [InlineData(VideoState.NeedsAttention, false)]
    public async Task A_job_is_forgotten_by_its_state(VideoState state, bool isForgotten)
    {
        var job = (await Created(Some.Job(state: state))).Job;

        Assert.Equal(isForgotten ? [job.Id] : [], await Store.ForgetAsync([job.Id, "nobody"], null, Stop));
        Assert.Equal(isForgotten, await Store.FindAsync(job.Id, Stop) is null);
        Assert.Empty(await Store.ForgetAsync(isForgotten ? [job.Id] : [], null, Stop));
    }

    [Fact]
    public async Task A_forgotten_job_is_as_one_that_never_was_and_its_key_is_free()
    {
        await Owner("a");
        var job = (await Created(Some.Job(state: VideoState.Cancelled, key: "k", tenant: "acme"))).Job;
        await Store.SignalAsync(job.Id, JobSignalKind.Cancel, Stop);
        await Store.AddCallbackAsync(new CallbackNote { Provider = "kling", Account = "default", EventId = "e", JobId = job.Id }, Stop);
        await Store.ForgetAsync([job.Id], null, Stop);

        Assert.Empty(await Store.ListAsync(new JobQuery { Tenant = "acme" }, Stop));
        Assert.Equal(0, (await Store.CountAsync(Stop)).Values.Sum());
        Assert.Null((await Store.GetSignalsAsync(job.Id, Stop)).CancelAskedAt);
        Assert.False(await Store.IsCallbackKnownAsync("kling", "default", "e", Stop));
        Assert.False(await Store.SignalAsync(job.Id, JobSignalKind.Wake, Stop));
        Assert.IsType<TakeResult.NotFound>(await Store.TakeAsync(job.Id, "a", reopenFailed: true, Stop));
        Assert.Empty(await Claim("a"));
        Assert.Null(await Store.FindByKeyAsync("acme", "k", Stop));
        Assert.IsType<CreateJobResult.Created>(await Store.CreateAsync(Some.New(Some.Job(key: "k", tenant: "acme"), fingerprint: "v1:other"), Stop));
    }

    [Fact]
    public async Task A_forgotten_id_is_never_given_again()
    {
        var job = (await Created(Some.Job(state: VideoState.Cancelled))).Job;
        await Store.ForgetAsync([job.Id], null, Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.CreateAsync(Some.New(job), Stop));
    }

    [Fact]
    public async Task A_job_that_somebody_else_has_is_not_forgotten_and_the_askers_own_is_and_its_saves_are_lost()
    {
        var stored = await Owned("a");
        await Saved(stored.Job with { State = VideoState.Failed }, stored.Stamp);
        var reopened = Assert.IsType<TakeResult.Taken>(await Store.TakeAsync(stored.Job.Id, "a", reopenFailed: true, Stop)).Stored;

        Assert.Empty(await Store.ForgetAsync([stored.Job.Id], null, Stop));
        Assert.Empty(await Store.ForgetAsync([stored.Job.Id], await Owner("b"), Stop));
        Assert.Equal([stored.Job.Id], await Store.ForgetAsync([stored.Job.Id], "a", Stop));
        await IsLost(reopened.Job, reopened.Stamp);
    }

    [Fact]
    public async Task Who_submitted_what_where_is_kept_and_what_was_sent_and_said_is_erased()
    {
        var stored = await Owned("a");
        var intended = Assert.IsType<IntentResult.Saved>(await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Unknown), Stop);
        await Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop);
        await Saved(stored.Job with { State = VideoState.Succeeded }, intended.Stamp);
        Assert.Equal([stored.Job.Id], await Store.ForgetAsync([stored.Job.Id], null, Stop));

        Assert.True(await Store.IsRemoteIdTakenAsync("kling", "default", "r1", "another", Stop));
        var intent = Assert.IsType<SubmissionIntent>(await Store.FindIntentByRemoteIdAsync("kling", "default", "r1", Stop));
        Assert.Equal((stored.Job.Id, $"{stored.Job.Id}-1", "kling-v3", "text2video"), (intent.JobId, intent.ClientReference, intent.Model, intent.Route));
        Assert.Equal((0, null, false), (intent.Content.Length, intent.IdempotencyKey, intent.IsReplayable));
        Assert.Equal((intent.JobId, 0), await Store.FindIntentAsync(intent.ClientReference, Stop) is { } same ? (same.JobId, same.Content.Length) : default);
        Assert.Equal(
            [(SubmissionVerdict.Unknown, null, null), (SubmissionVerdict.Accepted, "r1", (ProviderFailure?)null)],
            (await Store.GetOutcomesAsync(stored.Job.Id, 1, Stop)).Select(record => (record.Verdict, record.RemoteId, record.Failure)));
    }

    [Fact]
    public async Task A_shared_input_is_used_until_the_last_job_that_has_it_is_forgotten()
    {
        var (one, two) = (await Created(WithInput("input-1", "input-2")), await Created(WithInput("input-1", "input-1")));

        Assert.True(await Store.IsInputUsedAsync("input-1", [one.Job.Id], Stop));
        Assert.False(await Store.IsInputUsedAsync("input-2", [one.Job.Id], Stop));
        Assert.True(await Store.IsInputUsedAsync("input-2", [], Stop));
        Assert.False(await Store.IsInputUsedAsync("input-1", [one.Job.Id, two.Job.Id], Stop));
        Assert.False(await Store.IsInputUsedAsync("INPUT-1", [], Stop));
        await Store.ForgetAsync([two.Job.Id], null, Stop);
        Assert.False(await Store.IsInputUsedAsync("input-1", [one.Job.Id], Stop));
        Assert.True(await Store.IsInputUsedAsync("input-1", [], Stop));
    }

    [Fact]
    public async Task Every_kind_of_input_counts()
    {
        var job = await Created(Some.Job(state: VideoState.Failed) with
        {
            Request = new VideoRequest
            {
                Prompt = "a lighthouse in the rain",
                ReferenceVideos = [new ReferenceMedia { AssetId = "input-video" }],
                SourceVideo = new ReferenceMedia { AssetId = "input-source" },
                Audio = new ReferenceMedia { AssetId = "input-audio" },
            },
        });

        foreach (var asset in JobAssets.InputsOf(job.Job.Request))
        {
            Assert.True(await Store.IsInputUsedAsync(asset, [], Stop));
        }

        Assert.Equal(3, JobAssets.InputsOf(job.Job.Request).Count);
    }

    private static VideoJob WithInput(string first, string second) => Some.Job(state: VideoState.Failed) with
    {
        Request = new VideoRequest { Prompt = "a lighthouse in the rain", ReferenceImages = [new ReferenceMedia { AssetId = first }, new ReferenceMedia { AssetId = second }] },
    };
}
