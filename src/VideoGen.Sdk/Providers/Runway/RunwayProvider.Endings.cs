using VideoGen.Sdk.Http;

namespace VideoGen.Sdk.Providers.Runway;

/// <content>How a task ends: stopped, or brought home.</content>
public sealed partial class RunwayProvider
{
    /// <summary>
    /// Asks Runway to stop a task that waits. Its one verb deletes finished tasks together with their output, so it goes out only after a reading under five seconds old
    /// that said PENDING or THROTTLED, or with <see cref="RunwaySettings.MayDestroyResult"/>. What a cancelled task cost cannot be read afterwards.
    /// </summary>
    /// <exception cref="ProviderCallException">The question could not be asked or the answer not be read.</exception>
    public async Task<ProviderCancelOutcome> CancelAsync(RemoteJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var mayDestroy = RunwaySettings.OfOrDefault(job.Spec).MayDestroyResult;
        var status = recent.Find(job.RemoteId);
        if (status is null)
        {
            status = await GetStatusAsync(job, cancellationToken).ConfigureAwait(false);

            // A question that took five seconds and more has a stale answer.
            status = recent.Find(job.RemoteId) is null && status.State == ProviderJobState.Queued ? status with { State = ProviderJobState.Unknown } : status;
        }

        return status switch
        {
            { IsEnded: true } => ProviderCancelOutcome.AlreadyEnded,

            // A task that is not shown may run all the same, and be paid: nothing was stopped, so it goes on being asked for.
            { State: ProviderJobState.NotVisible } => ProviderCancelOutcome.NotSupported,
            { State: ProviderJobState.Queued } => await DeleteAsync(job, wasWaiting: true, cancellationToken).ConfigureAwait(false),
            _ => mayDestroy ? await DeleteAsync(job, wasWaiting: false, cancellationToken).ConfigureAwait(false) : ProviderCancelOutcome.NotSupported,
        };
    }

    /// <inheritdoc/>
    public async Task<OutputContent> OpenOutputAsync(OutputRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var known = request.Status?.Outputs is [var link, ..] ? link : null;
        var opened = await OpenAsync(known ?? await FreshLinkAsync(request.Job, cancellationToken).ConfigureAwait(false), request, cancellationToken).ConfigureAwait(false);

        // Links lapse after 24 to 48 hours; a new question brings a new one while the task exists.
        if (opened is DownloadOutcome.Failed { IsExpired: true } && known is not null)
        {
            opened = await OpenAsync(await FreshLinkAsync(request.Job, cancellationToken).ConfigureAwait(false), request, cancellationToken).ConfigureAwait(false);
        }

        return opened switch
        {
            DownloadOutcome.Opened { Download: var download } => new OutputContent(download.Stream, download)
            {
                Offset = download.Offset,
                TotalBytes = download.TotalBytes,
                ContentType = download.ContentType,
                EntityTag = download.EntityTag,
            },
            DownloadOutcome.Failed { Failure: var failure, IsExpired: var isExpired } => throw new ProviderCallException(Name, failure) { IsOutputExpired = isExpired },
            _ => throw new InvalidOperationException("The outcomes are closed."),
        };
    }

    private Task<DownloadOutcome> OpenAsync(Uri link, OutputRequest request, CancellationToken cancellationToken) =>
        calls.Http.OpenDownloadAsync(new DownloadRequest { Address = link, Offset = request.Offset, EntityTag = request.EntityTag }, cancellationToken);

    private async Task<Uri> FreshLinkAsync(RemoteJob job, CancellationToken cancellationToken)
    {
        var status = await GetStatusAsync(job, cancellationToken).ConfigureAwait(false);
        return status is { State: ProviderJobState.Succeeded, Outputs: [var link, ..] } ? link : throw RunwayFault.Of(
            status.State is ProviderJobState.Failed or ProviderJobState.Cancelled ? ProviderFailureKind.NotSupported : ProviderFailureKind.Transient,
            status.State == ProviderJobState.NotVisible ? "Runway no longer knows the task, so its file cannot be had" : $"the task has no file; it is {status.WireState}");
    }

    // "No such task" is believed of one that was seen waiting a moment ago, and of no other.
    private async Task<ProviderCancelOutcome> DeleteAsync(RemoteJob job, bool wasWaiting, CancellationToken cancellationToken)
    {
        var answer = await calls.DeleteTaskAsync(job.RemoteId, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess || (answer.Code == 404 && wasWaiting) ? ProviderCancelOutcome.CancelledChargeUnknown
            : answer.Code == 404 ? ProviderCancelOutcome.NotSupported
            : throw RunwayFault.Of(RunwayErrors.OfFreeCall(answer));
    }
}
