using System.Runtime.CompilerServices;
using System.Threading.Channels;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>The inline door: runs the table in the caller's task. Both doors write the same job.</summary>
internal sealed class VideoGenerator(
    StartupCheck startup, RequestValidator validator, JobMaker maker, JobAttachment attachment, JobCancel cancel, ContentDefaults defaults, Planner planner) : IVideoGenerator
{
    public async Task<VideoPlan> PlanAsync(VideoRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        validator.ThrowIfInvalid(request);
        validator.ThrowIfRefused(request);
        return (await planner.PlanAsync(defaults.Fill(request), RouteHistory.None, cancellationToken).ConfigureAwait(false)).Plan;
    }

    public async Task<VideoResult> GenerateAsync(VideoRequest request, IProgress<VideoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        validator.ThrowIfInvalid(request);
        await startup.EnsureStorableAsync(cancellationToken).ConfigureAwait(false);
        var (owner, made) = await attachment.AsOwnerAsync(o => maker.MakeAsync(request, o.OwnerId, null, cancellationToken), cancellationToken).ConfigureAwait(false);
        return made switch
        {
            CreateJobResult.Created created => await attachment.RunAsync(created.Stored, owner, progress, cancellationToken).ConfigureAwait(false),
            CreateJobResult.Exists exists => await attachment.AttachAsync(exists.Stored.Job, progress, cancellationToken).ConfigureAwait(false),
            _ => throw new InvalidOperationException("The job was neither made nor found."),
        };
    }

    public async IAsyncEnumerable<VideoEvent> StreamAsync(VideoRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var events = Channel.CreateUnbounded<VideoEvent>(new UnboundedChannelOptions { SingleReader = true });
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var generating = PumpAsync(request, events.Writer, reading.Token);
        try
        {
            await foreach (var one in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return one;
            }

            yield return new VideoEvent.Completed(await generating.ConfigureAwait(false));
        }
        finally
        {
            // A reader who breaks off stops waiting like a cancelled caller; the job stays resumable.
            await reading.CancelAsync().ConfigureAwait(false);
            await ((Task)generating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task<VideoResult> ResumeAsync(string jobId, IProgress<VideoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await attachment.ResumeAsync(jobId, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<VideoResult> RetryFailedAsync(string jobId, IProgress<VideoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await attachment.RetryFailedAsync(jobId, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CancelOutcome> CancelAsync(string jobId, CancellationToken cancellationToken = default)
    {
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await cancel.RunAsync(jobId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<VideoResult> PumpAsync(VideoRequest request, ChannelWriter<VideoEvent> writer, CancellationToken cancellationToken)
    {
        try
        {
            return await GenerateAsync(request, new Writer(writer), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            writer.TryComplete();
        }
    }

    private sealed class Writer(ChannelWriter<VideoEvent> writer) : IProgress<VideoProgress>
    {
        public void Report(VideoProgress value) => writer.TryWrite(new VideoEvent.Progressed(value));
    }
}
