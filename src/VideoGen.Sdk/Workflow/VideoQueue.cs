using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>The other door: writes the same jobs and leaves them to a worker.</summary>
internal sealed class VideoQueue(
    StartupCheck startup, JobMaker maker, JobCancel cancel, JobResolution resolution, JobForgetting forgetting, IJobStore store, Owner owners, InlineRuns runs, ProviderRegistry registry, GenerationWorkflow workflow, TimeProvider timeProvider, ILogger<VideoQueue> logger) : IVideoQueue
{
    private const int ResumedAtOnce = 8;
    private static readonly TimeSpan WatchCheck = TimeSpan.FromSeconds(1);

    public async Task<EnqueuedVideo> EnqueueAsync(VideoRequest request, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await EnsureAsync(options, cancellationToken).ConfigureAwait(false);
        return AnswerOf(await maker.MakeAsync(request, null, options, cancellationToken).ConfigureAwait(false));
    }

    public async Task<EnqueuedVideo> EnqueueAsync(VideoRequest request, DbTransaction transaction, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(transaction);
        if (!store.CanJoin(transaction))
        {
            throw new NotSupportedException($"The registered job store ({store.GetType().Name}) cannot join a {transaction.GetType().Name}: UsePostgreSql() joins an NpgsqlTransaction of its own database. Enqueue after the commit instead.");
        }

        await EnsureAsync(options, cancellationToken).ConfigureAwait(false);
        return AnswerOf(await maker.JoinAsync(request, transaction, options, cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyList<EnqueuedVideo>> EnqueueAsync(IReadOnlyCollection<VideoRequest> requests, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        foreach (var request in requests)
        {
            ArgumentNullException.ThrowIfNull(request, nameof(requests));
        }

        await EnsureAsync(options, cancellationToken).ConfigureAwait(false);
        return [.. (await maker.MakeManyAsync(requests, options, cancellationToken).ConfigureAwait(false)).Select(AnswerOf)];
    }

    public async Task<VideoJob?> GetAsync(string jobId, CancellationToken cancellationToken = default) => (await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false))?.Job;

    public async Task<IReadOnlyList<VideoJob>> ListAsync(JobQuery query, CancellationToken cancellationToken = default) =>
        [.. (await store.ListAsync(query, cancellationToken).ConfigureAwait(false)).Select(stored => stored.Job)];

    public async Task<IReadOnlyDictionary<VideoState, long>> CountAsync(CancellationToken cancellationToken = default)
    {
        var counts = await store.CountAsync(cancellationToken).ConfigureAwait(false);
        return Enum.GetValues<VideoState>().ToDictionary(state => state, state => counts.GetValueOrDefault(state));
    }

    public async Task<CancelOutcome> CancelAsync(string jobId, CancellationToken cancellationToken = default)
    {
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await cancel.RunAsync(jobId, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<VideoProgress> WatchAsync(string jobId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var seen = 0L; ;)
        {
            var (job, stamp) = await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false) ?? throw new VideoGenerationException($"There is no job {jobId}.") { JobId = jobId };
            if (stamp.Version != seen)
            {
                seen = stamp.Version;
                yield return RunProgress.Of(job, job.State == VideoState.Succeeded ? 1 : workflow.Fraction(job.Stage, 0));
            }

            if (job.IsEnded || job.State is VideoState.NeedsAttention or VideoState.Parked)
            {
                yield break;
            }

            await Task.Delay(WatchCheck, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task PauseAsync(string? provider = null, CancellationToken cancellationToken = default) => store.PauseAsync(provider, cancellationToken);

    public Task EndPauseAsync(string? provider = null, CancellationToken cancellationToken = default) => store.ResumeAsync(provider, cancellationToken);

    public Task<IReadOnlyList<QueuePause>> GetPausesAsync(CancellationToken cancellationToken = default) => store.GetPausesAsync(cancellationToken);

    public async Task<bool> RequeueAsync(string jobId, CancellationToken cancellationToken = default)
    {
        switch ((await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false))?.Job.State)
        {
            case VideoState.NeedsAttention:
                return await store.SignalAsync(jobId, JobSignalKind.Wake, cancellationToken).ConfigureAwait(false);
            case VideoState.Parked:
                var (_, take) = await owners.AsOwnerAsync(o => store.TakeAsync(jobId, o.OwnerId, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
                return take is TakeResult.Taken taken && await PutBackAsync(taken.Stored).ConfigureAwait(false);
            default:
                return false;
        }
    }

    public async Task<ResolveOutcome> ResolveAsync(string jobId, SubmitFinding finding, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding is SubmitFinding.Accepted { RemoteId: var remoteId })
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(remoteId, nameof(finding));
        }

        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await resolution.RunAsync(jobId, finding, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ForgetOutcome> ForgetAsync(string jobId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await forgetting.RunAsync(jobId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ForgottenTenant> ForgetTenantAsync(string tenant, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenant);
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await forgetting.RunForTenantAsync(tenant, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> ResumeAsync(CancellationToken cancellationToken = default)
    {
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await startup.EnsureStorableAsync(cancellationToken).ConfigureAwait(false);
        var places = new RunPlaces(ResumedAtOnce);
        var claims = new ClaimedRuns(store, owners, runs, registry, places, perTenant: null, logger);
        try
        {
            for (var isEmpty = false; !isEmpty;)
            {
                // Looked at before the claim: a job that came back meanwhile is claimed once more.
                isEmpty = claims.Running.Count == 0;
                var free = places.Freed.Mark;
                var made = claims.Made;
                await claims.FillAsync(cancellationToken).ConfigureAwait(false);
                isEmpty &= claims.Made == made;
                if (claims.Running.Count > 0)
                {
                    await Task.WhenAny([.. claims.Running, places.Freed.WaitAsync(free, cancellationToken)]).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await Task.WhenAll(claims.Running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return claims.Made;
    }

    private async Task EnsureAsync(EnqueueOptions? options, CancellationToken cancellationToken)
    {
        if (options is { Priority: var priority } && !Enum.IsDefined(priority))
        {
            throw new ArgumentOutOfRangeException(nameof(options), priority, "There is no such priority.");
        }

        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await startup.EnsureStorableAsync(cancellationToken).ConfigureAwait(false);
    }

    private static EnqueuedVideo AnswerOf(CreateJobResult result) => result switch
    {
        CreateJobResult.Created made => new EnqueuedVideo(made.Stored.Job.Id, made.Stored.Job.State, IsNew: true),
        CreateJobResult.Exists known => new EnqueuedVideo(known.Stored.Job.Id, known.Stored.Job.State, IsNew: false),
        _ => throw new InvalidOperationException("The job was neither made nor found."),
    };

    private async Task<bool> PutBackAsync(StoredJob taken)
    {
        var parked = taken.Job.State == VideoState.Parked;
        var job = parked
            ? taken.Job with { State = VideoState.Queued, Stage = GenerationWorkflow.Plan, ForgivenAttempts = taken.Job.Attempts.Count, Reason = null, Tries = 0, DueAt = null }
            : taken.Job;
        return await store.SaveAsync(job, taken.Stamp, keepOwner: false, CancellationToken.None).ConfigureAwait(false) is SaveResult.Saved && parked;
    }
}
